// A link with data-dialog opens the dialog in place; without this file its href leads to a real page.
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]');
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog?.showModal) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target.matches('dialog')) {
    event.target.close(); // only the backdrop has the dialog itself as target
  }
});
