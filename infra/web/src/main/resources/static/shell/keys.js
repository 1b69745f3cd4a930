// Single keys move through the lines of a list. Everything they do can be done by the tab key and the mouse; where somebody writes, keys write.
(() => {
  'use strict';

  const link = document.querySelector('[data-keys]');
  if (!link) {
    return;
  }
  const FIELD = 'field-term';

  // Whoever was sent here to search stands in its field at once.
  const arrive = () => {
    const field = window.location.hash === `#${FIELD}` ? document.getElementById(FIELD) : null;
    if (field) {
      field.focus();
    }
  };
  arrive();
  window.addEventListener('hashchange', arrive);

  if (link.dataset.keys !== 'on') {
    return;
  }

  const lines = () => [...document.querySelectorAll('main tbody th[scope="row"] a[href]')].filter((at) => at.getClientRects().length > 0);

  const move = (step) => {
    const all = lines();
    if (all.length === 0) {
      return;
    }
    const here = document.activeElement;
    const row = here && here.closest ? here.closest('tbody tr') : null;
    const now = all.findIndex((at) => at === here || (row !== null && row.contains(at)));
    const from = step > 0 ? -1 : all.length;
    const next = Math.min(all.length - 1, Math.max(0, (now < 0 ? from : now) + step));
    all[next].focus();
    all[next].scrollIntoView({ block: 'nearest' });
  };

  const acts = {
    j: () => move(1),
    k: () => move(-1),
    n: () => {
      const show = document.querySelector('[data-live-show]');
      if (show) {
        show.click();
      }
    },
    '/': () => {
      const field = document.getElementById(FIELD);
      if (field) {
        field.focus();
      } else {
        window.location.assign(`${link.dataset.search}#${FIELD}`);
      }
    },
    '?': () => window.location.assign(link.querySelector('a').href),
  };

  // On a keyboard with other letters the same places are meant.
  const places = { KeyJ: 'j', KeyK: 'k', KeyN: 'n' };
  const meant = (event) => {
    if (event.key === '؟') {
      return '?';
    }
    return /^[ -~]$/.test(event.key) ? event.key : places[event.code];
  };

  const writes = (at) => at instanceof Element
    && (at.closest('input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]') !== null);

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) {
      return;
    }
    const act = Object.hasOwn(acts, meant(event) ?? '') ? acts[meant(event)] : null;
    if (act) {
      event.preventDefault();
      act();
    }
  });
})();
