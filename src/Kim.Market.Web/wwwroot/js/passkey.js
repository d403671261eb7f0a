// Passkeys. Where the device knows none, and without this script, their buttons stay away: the password does it.
const knows = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);
document.querySelectorAll('[data-passkey]').forEach((form) => (form.hidden = !knows));
document.querySelectorAll('[data-passkey-missing]').forEach((text) => (text.hidden = knows));

const sign = async (form) => {
  const asked = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
  if (!asked.ok) throw new Error(asked.statusText);
  const options = await asked.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
};

document.addEventListener('submit', async (event) => {
  const form = event.target.closest('[data-passkey]');
  if (!form) return;
  event.preventDefault();

  const failed = form.querySelector('[data-passkey-failed]');
  failed.hidden = true;
  try {
    form.elements.Credential.value = JSON.stringify(await sign(form));
    form.submit();
  } catch {
    failed.hidden = false; // called off by the person, or refused by the device
  }
});
