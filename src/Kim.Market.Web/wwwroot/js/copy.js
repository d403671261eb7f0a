// data-copy holds the text, data-copied what to say afterwards.
document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button || !navigator.clipboard) return;

  await navigator.clipboard.writeText(button.dataset.copy);
  const toast = Object.assign(document.createElement('div'), {
    className: 'toast',
    role: 'status',
    textContent: button.dataset.copied ?? document.body.dataset.copied,
  });
  document.body.append(toast);
  setTimeout(() => toast.remove(), 5000);
});
