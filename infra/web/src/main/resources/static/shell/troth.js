// Comforts for those whose browser runs scripts; every page works without them.
(() => {
  'use strict';

  // A form is sent once, however often the button is pressed; its idempotency key guards the rest.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.matches('[hx-post], [hx-get]')) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    const question = form.dataset.ask;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    for (const button of form.querySelectorAll('button:not([type="button"])')) {
      button.setAttribute('aria-disabled', 'true');
    }
  });

  // Going back shows the page again: its forms may be sent again.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) {
      return;
    }
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      for (const button of form.querySelectorAll('[aria-disabled]')) {
        button.removeAttribute('aria-disabled');
      }
    }
  });

  // Leaving quickly replaces this page in the history; pressing Escape three times within two seconds leaves too.
  const exit = document.querySelector('[data-exit]');
  const leave = () => {
    document.documentElement.hidden = true;
    window.location.replace(exit.href);
  };
  if (exit) {
    exit.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });
    let pressed = [];
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') {
        pressed = [];
        return;
      }
      const now = Date.now();
      pressed = [...pressed.filter((at) => now - at < 2000), now];
      if (pressed.length >= 3) {
        leave();
      }
    });
  }

  // Whoever comes for themselves leaves no trail of pages behind: a link takes the place of the page it stands on.
  if (document.documentElement.dataset.discreet) {
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[href]');
      if (!link || event.defaultPrevented || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey
          || event.shiftKey || link.target || link.hasAttribute('download') || link.origin !== window.location.origin
          || (link.hash && link.pathname === window.location.pathname && link.search === window.location.search)) {
        return;
      }
      event.preventDefault();
      window.location.replace(link.href);
    });
  }

  // A code beside a copy button.
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-copy]');
    const source = button && document.getElementById(button.dataset.copy);
    if (!source || !navigator.clipboard) {
      return;
    }
    navigator.clipboard.writeText(source.textContent.trim()).then(() => {
      const label = button.textContent;
      button.textContent = button.dataset.copied;
      window.setTimeout(() => { button.textContent = label; }, 2000);
    }, () => {
      window.getSelection().selectAllChildren(source);
    });
  });

  // What stands after the # of a link goes into its field, and out of the address: it leaves the browser in no address at all.
  const awaiting = document.querySelector('form[data-fragment-into]');
  if (awaiting) {
    const takeFragment = () => {
      const field = document.getElementById(awaiting.dataset.fragmentInto);
      const fragment = window.location.hash.slice(1);
      if (field && fragment) {
        field.value = fragment;
        window.history.replaceState(null, '', window.location.pathname);
      }
    };
    takeFragment();
    window.addEventListener('hashchange', takeFragment);
  }

  // The error summary takes the focus, so that it is the first thing heard.
  const summary = document.querySelector('.error-summary');
  if (summary) {
    summary.focus();
  }

  // htmx requests outside a form carry the same proof of origin as forms do.
  document.addEventListener('htmx:config:request', (event) => {
    const token = document.querySelector('meta[name="csrf"]');
    if (token) {
      event.detail.ctx.request.headers[token.dataset.header] = token.content;
    }
  });
})();
