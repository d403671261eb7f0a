// Lets the browser keep the public pages it has seen, so that they can be read again where there is no signal.
// Rooms, orders and everything else of one person say "no-store" and are never kept.
const script = document.querySelector('script[data-worker]');
if (script && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => navigator.serviceWorker.register(script.dataset.worker).catch(() => {})); // a site without it is whole, too
}

const seen = document.querySelector('[data-seen]');
if (seen && 'caches' in window) {
  caches.open('halaman-1').then(async (pages) => {
    const list = seen.querySelector('[data-seen-list]');
    for (const request of (await pages.keys()).reverse()) {
      const { pathname, search } = new URL(request.url);
      if (pathname.endsWith('/luring')) continue;
      const title = (await (await pages.match(request)).text()).match(/<title>(.*?)(?: \| Pasar KIM)?<\/title>/)?.[1];
      const link = document.createElement('a');
      link.href = pathname + search;
      link.textContent = new DOMParser().parseFromString(title ?? pathname, 'text/html').body.textContent;
      list.append(document.createElement('li'));
      list.lastChild.append(link);
    }
    seen.hidden = list.children.length === 0;
  });
}
