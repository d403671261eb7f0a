// Telephones know whom one talks to most: their own list of ways to pass a page on.
for (const button of navigator.share ? document.querySelectorAll('[data-share]') : []) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const url = document.querySelector('link[rel=canonical]')?.href ?? location.href;
    navigator.share({ title: document.title, url }).catch(() => {});
  });
}
