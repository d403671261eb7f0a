// Shows what this browser is told while the site is closed, and leads to the page about it. Keeps nothing.
self.addEventListener('push', (event) => {
  const told = event.data?.json() ?? {};
  event.waitUntil(self.registration.showNotification(told.title ?? 'Pasar KIM', { body: told.body, tag: told.tag, data: told.url }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data ?? '/'));
});
