// What stands within data-now is sent by itself, once; without this file it has a button.
document.querySelector('[data-now] form')?.requestSubmit();
