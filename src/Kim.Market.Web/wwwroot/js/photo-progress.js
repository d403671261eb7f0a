// While a photo is being made ready, looks again by itself; without this file a link reloads the page.
const look = async (section, left) => {
  if (!section || !('preparing' in section.dataset) || left === 0) return;

  await new Promise((done) => setTimeout(done, 1200));
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(section.id);
    if (!fresh || section.contains(document.activeElement)) return look(section, left - 1);
    if ('preparing' in fresh.dataset) return look(section, left - 1);
    location.reload();
  } catch {
    look(section, left - 1);
  }
};

look(document.querySelector('[data-preparing]'), 60);
