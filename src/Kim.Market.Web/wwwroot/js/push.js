// Being told by this browser. Where it cannot, and without this script, the form stays away and a sentence stands there.
const tells = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
document.querySelectorAll('[data-push]').forEach((form) => (form.hidden = !tells));
document.querySelectorAll('[data-push-missing]').forEach((text) => (text.hidden = tells));

const subscribe = async (form) => {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
  const worker = await navigator.serviceWorker.register(form.dataset.worker);
  await navigator.serviceWorker.ready;
  const key = atob(form.dataset.push.replaceAll('-', '+').replaceAll('_', '/'));
  const told = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: Uint8Array.from(key, (letter) => letter.charCodeAt(0)),
  });
  return told.toJSON();
};

document.addEventListener('submit', async (event) => {
  const form = event.target.closest('[data-push]');
  if (!form) return;
  event.preventDefault();

  const failed = form.querySelector('[data-push-failed]');
  failed.hidden = true;
  try {
    const { endpoint, keys } = await subscribe(form);
    form.elements['Input.Endpoint'].value = endpoint;
    form.elements['Input.Key'].value = keys.p256dh;
    form.elements['Input.Secret'].value = keys.auth;
    form.submit();
  } catch {
    failed.hidden = false; // said no, or the browser's service cannot be reached
  }
});
