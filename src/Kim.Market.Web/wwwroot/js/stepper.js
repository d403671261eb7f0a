// Minus and plus beside a number; without this file the number is typed.
document.addEventListener('click', (event) => {
  const button = event.target.closest('.stepper button');
  if (!button) return;

  event.preventDefault();
  const input = button.parentElement.querySelector('input');
  button.value === '-' ? input.stepDown() : input.stepUp();
  input.dispatchEvent(new Event('change', { bubbles: true }));
});
