// A page that is told when what it shows has changed. It shows it anew when its reader says so: to see names is an act on the record.
(() => {
  'use strict';

  const bar = document.querySelector('[data-live]');
  if (!bar || !window.TextDecoder || !window.AbortController) {
    return;
  }
  const words = bar.dataset;
  const status = bar.querySelector('[role="status"]');
  const show = bar.querySelector('[data-live-show]');
  const self = bar.querySelector('[data-live-self]');
  const pause = bar.querySelector('[data-live-pause]');
  const names = new Map([...bar.querySelectorAll('[data-live-name]')].map((at) => [at.dataset.liveName, at.dataset.liveTitle]));

  const LONGEST_WAIT = 60000;
  const BETWEEN_WORDS = 3000;
  const BETWEEN_LOOKS = 10000;
  const READER_IS_THERE = 120000;

  let known = JSON.parse(words.known);
  let latest = null;
  let stream = null;
  let again = 0;
  let failures = 0;
  let over = false;
  let asking = false;
  let looked = Date.now();
  let hand = Date.now();

  // What is said is said once, and not more often than can be listened to.
  let saying = 0;
  let next = '';
  let said = 0;
  const say = (text) => {
    next = text;
    window.clearTimeout(saying);
    saying = window.setTimeout(() => {
      if (status.textContent !== next) {
        status.textContent = next;
        said = Date.now();
      }
    }, Math.max(0, said + BETWEEN_WORDS - Date.now()));
  };

  const pressed = (button) => button.getAttribute('aria-pressed') === 'true';
  const parts = () => [...document.querySelectorAll('[data-live-part]')];
  const changed = () => (latest ? Object.keys(known).filter((kind) => latest[kind] && latest[kind].turn !== known[kind]) : []);

  const tell = () => {
    const kinds = changed();
    bar.classList.toggle('news', kinds.length > 0);
    show.textContent = kinds.length > 0 ? words.show : words.look;
    if (kinds.length > 0) {
      say(`${words.changed} ${kinds.map((kind) => `${names.get(kind) || kind} (${latest[kind].number}${latest[kind].more ? '+' : ''})`).join(', ')}`);
    } else if (status.textContent.startsWith(words.changed) || status.textContent === words.away) {
      say('');
    }
  };

  // By itself only where it disturbs nobody, and while somebody is there to see it: no line moves away under a hand that is about to press it.
  const disturbs = () => document.visibilityState !== 'visible'
    || !document.hasFocus()
    || Date.now() - hand > READER_IS_THERE
    || Date.now() - looked < BETWEEN_LOOKS
    || !window.getSelection().isCollapsed
    || parts().some((part) => part.contains(document.activeElement) || part.matches(':hover') || part.getBoundingClientRect().top < 0);

  const renew = (byHand) => {
    if (asking) {
      return;
    }
    asking = true;
    const ask = new XMLHttpRequest();
    ask.open('GET', show.href);
    ask.responseType = 'document';
    if (!byHand) {
      ask.setRequestHeader('Troth-By-Itself', 'yes');
    }
    ask.onloadend = () => {
      asking = false;
      const fresh = ask.status === 200 && ask.response ? ask.response.querySelector('[data-live]') : null;
      if (!fresh) {
        // Whatever stands there instead (a sign-in, a fault) is the reader's to see, if it was they who asked.
        if (byHand) {
          window.location.assign(show.href);
        }
        return;
      }
      looked = Date.now();
      for (const part of parts()) {
        const other = ask.response.querySelector(`[data-live-part="${part.dataset.livePart}"]`);
        if (other) {
          part.replaceWith(document.importNode(other, true));
        }
      }
      known = JSON.parse(fresh.dataset.known);
      tell();
      say(changed().length > 0 ? next : words.shown);
      if (byHand) {
        const first = parts()[0];
        if (first) {
          first.setAttribute('tabindex', '-1');
          first.focus();
        }
      }
      document.dispatchEvent(new CustomEvent('troth:renewed'));
    };
    ask.send();
  };

  const hear = (line) => {
    latest = JSON.parse(line);
    failures = 0;
    tell();
  };

  const end = () => {
    over = true;
    stream = null;
    self.hidden = true;
    pause.hidden = true;
    say(words.over);
  };

  const leave = () => {
    window.clearTimeout(again);
    if (stream) {
      stream.abort();
      stream = null;
    }
  };

  const later = () => {
    failures += 1;
    if (failures > 1) {
      say(words.away);
    }
    const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** failures);
    window.clearTimeout(again);
    again = window.setTimeout(listen, wait / 2 + Math.random() * wait / 2);
  };

  async function listen() {
    if (over || stream || pressed(pause) || document.visibilityState !== 'visible') {
      return;
    }
    const mine = new AbortController();
    stream = mine;
    try {
      const answer = await fetch(words.live, {
        headers: { Accept: 'text/event-stream' },
        cache: 'no-store',
        redirect: 'manual',
        signal: mine.signal,
      });
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
        end();
        return;
      }
      if (!answer.ok || !answer.body) {
        throw new Error('not now');
      }
      const reader = answer.body.getReader();
      const decoder = new TextDecoder();
      let heard = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) {
          break;
        }
        heard += decoder.decode(value, { stream: true });
        const blocks = heard.split('\n\n');
        heard = blocks.pop();
        for (const block of blocks) {
          if (block.startsWith('data: ')) {
            hear(block.slice(6));
          }
        }
      }
    } catch (failure) {
      if (mine.signal.aborted) {
        return;
      }
    }
    if (stream === mine) {
      stream = null;
      later();
    }
  }

  show.addEventListener('click', (event) => {
    if (over || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) {
      return;
    }
    event.preventDefault();
    renew(true);
  });

  const toggle = (button, act) => button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(!pressed(button)));
    act(pressed(button));
  });
  toggle(self, () => {});
  toggle(pause, (rests) => {
    if (rests) {
      leave();
      say(words.paused);
    } else {
      say('');
      failures = 0;
      listen();
    }
  });
  self.hidden = false;
  pause.hidden = false;

  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
    document.addEventListener(sign, () => { hand = Date.now(); }, { passive: true });
  }
  window.setInterval(() => {
    if (pressed(self) && !pressed(pause) && changed().length > 0 && !disturbs()) {
      renew(false);
    }
  }, 1000);

  // A page that nobody sees listens to nothing.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      failures = 0;
      listen();
    } else {
      leave();
    }
  });
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) {
      listen();
    }
  });

  listen();
})();
