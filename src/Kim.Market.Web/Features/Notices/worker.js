// Shows what this browser is told while the site is closed, and leads to the page about it.
self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(told.title ?? 'Pasar KIM', { body: told.body, tag: told.tag, data: told.url }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data ?? '/'));
});

// Keeps the public pages seen last and what they look like, for a place without signal. What says "no-store" belongs to one person
// and is never kept. With signal everything comes from the site, never from here.
const PAGES = 'halaman-1';
const FILES = 'berkas-1';
const MOST = { [PAGES]: 30, [FILES]: 120 };
const at = (path) => new URL(path, self.registration.scope).pathname;

const keep = async (store, request, answer) => {
  const cache = await caches.open(store);
  await cache.delete(request);
  await cache.put(request, answer);
  const kept = await cache.keys();
  const last = kept.filter((known) => !known.url.endsWith('/luring'));
  await Promise.all(last.slice(0, Math.max(0, last.length - MOST[store])).map((known) => cache.delete(known)));
};

const ready = async (path) => {
  const answer = await fetch(at(path), { credentials: 'omit' });
  if (!answer.ok) return;
  const files = [...(await answer.clone().text()).matchAll(/(?:href|src)="([^"]+\.(?:css|js|woff2|svg))"/g)].map(([, file]) => file);
  await keep(PAGES, at(path), answer);
  await Promise.all(files.map(async (file) => keep(FILES, file, await fetch(file))));
};

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(Promise.all([ready('luring'), ready('en/luring')]).catch(() => {})); // without signal now, there will be another time
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (!(name in MOST)) await caches.delete(name);
    await self.clients.claim();
  })());
});

const page = async (event) => {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && answer.type === 'basic' && !answer.redirected && !/no-store/.test(answer.headers.get('Cache-Control') ?? '')) {
      event.waitUntil(keep(PAGES, event.request.url, answer.clone()));
    }
    return answer;
  } catch (offline) {
    const cache = await caches.open(PAGES);
    const english = new URL(event.request.url).pathname.startsWith(at('en/'));
    return (await cache.match(event.request.url)) ?? (await cache.match(at(english ? 'en/luring' : 'luring'))) ?? Response.error();
  }
};

const file = async (event) => {
  try {
    const answer = await fetch(event.request);
    if (answer.ok && /immutable/.test(answer.headers.get('Cache-Control') ?? '')) event.waitUntil(keep(FILES, event.request.url, answer.clone()));
    return answer;
  } catch (offline) {
    return (await (await caches.open(FILES)).match(event.request.url)) ?? Response.error();
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (['style', 'script', 'font', 'image'].includes(request.destination)) event.respondWith(file(event));
});
