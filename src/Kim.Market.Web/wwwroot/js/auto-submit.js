// A form with data-auto is sent as soon as something in it changes; without this file it has a button.
document.addEventListener('change', (event) => {
  event.target.closest('form[data-auto]')?.requestSubmit();
});
