// Asks this browser for a passkey and sends what it answers with the form. The code beside it works without any of this.
(() => {
  'use strict';

  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (at) => at.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const known = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const read = (asked) => {
    const options = { ...asked, challenge: bytes(asked.challenge) };
    if (asked.user) {
      options.user = { ...asked.user, id: bytes(asked.user.id) };
      options.excludeCredentials = known(asked.excludeCredentials);
    } else {
      options.allowCredentials = known(asked.allowCredentials);
    }
    return options;
  };

  const written = (passkey) => {
    const { response } = passkey;
    const said = { clientDataJSON: text(response.clientDataJSON) };
    if (response.attestationObject) {
      said.attestationObject = text(response.attestationObject);
      said.transports = response.getTransports ? response.getTransports() : [];
    } else {
      said.authenticatorData = text(response.authenticatorData);
      said.signature = text(response.signature);
      said.userHandle = response.userHandle ? text(response.userHandle) : null;
    }
    return JSON.stringify({ id: passkey.id, rawId: text(passkey.rawId), type: passkey.type, response: said, clientExtensionResults: {} });
  };

  const ask = async (form) => {
    const token = document.querySelector('meta[name="csrf"]');
    const answer = await fetch(form.dataset.passkeyAsk, {
      method: 'POST',
      headers: { Accept: 'application/json', [token.dataset.header]: token.content },
      cache: 'no-store',
      redirect: 'error',
    });
    if (!answer.ok) {
      throw new Error('nothing is asked');
    }
    const publicKey = read(await answer.json());
    const create = form.dataset.passkey === 'create';
    return written(await (create ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey })));
  };

  const begin = (place) => {
    const form = place.querySelector('form[data-passkey]');
    const status = place.querySelector('[data-passkey-status]');
    const field = form.elements.namedItem(form.dataset.passkeyInto);
    let asking = false;

    if (!place.dataset.home || new URL(place.dataset.home).origin !== window.location.origin) {
      place.querySelector('[data-passkey-elsewhere]').hidden = !place.dataset.home;
      return;
    }
    if (!window.PublicKeyCredential || !navigator.credentials) {
      place.querySelector('[data-passkey-unknown]').hidden = false;
      return;
    }
    form.hidden = false;

    // Before anything else hears of it: a form without an answer goes nowhere.
    form.addEventListener('submit', (event) => {
      if (field.value) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (asking) {
        return;
      }
      asking = true;
      status.textContent = status.dataset.asking;
      ask(form).then((answer) => {
        field.value = answer;
        form.requestSubmit();
      }, () => {
        status.textContent = status.dataset.failed;
      }).finally(() => {
        asking = false;
      });
    });

    // An answer is good for one sending.
    window.addEventListener('pageshow', () => {
      field.value = '';
      status.textContent = '';
    });
  };

  document.querySelectorAll('[data-passkeys]').forEach(begin);
})();
