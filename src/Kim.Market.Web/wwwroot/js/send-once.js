// An impatient second tap does not send a form twice.
const sent = new WeakSet();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method === 'dialog') return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  if (event.defaultPrevented) return;

  sent.add(form);
  setTimeout(() => sent.delete(form), 8000); // the answer may never come: let people try again
});

// a page brought back by the back button must not remember that it was sent
window.addEventListener('pageshow', (event) => {
  if (event.persisted) document.querySelectorAll('form').forEach((form) => sent.delete(form));
});
