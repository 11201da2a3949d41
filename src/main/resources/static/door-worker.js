// The page at the coach door opens again without a connection: newest from the server, otherwise what was kept.
const KEPT = 'door-1';
const PATIENCE_MILLIS = 6000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', function (event) {
  if (event.request.method === 'GET' && new URL(event.request.url).origin === self.location.origin) {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request, { ignoreVary: true });
  try {
    // a weak signal is no reason to wait when the page is here
    const fresh = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MILLIS) } : {});
    if (fresh.ok) {
      await cache.put(request, fresh.clone());
    } else if (fresh.status === 404 || fresh.status === 410) {
      await cache.delete(request);
    }
    return fresh;
  } catch (lost) {
    if (kept) {
      return kept;
    }
    throw lost;
  }
}
