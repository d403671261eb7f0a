// What is being done behind the scenes shows how far it is by itself; without this file the page reloads.
const follow = async (shown) => {
  while (shown) {
    await new Promise((done) => setTimeout(done, 1000));
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-follow]');
      if (!fresh) return location.reload();
      shown.replaceWith(fresh);
      shown = fresh;
    } catch {
      // no connection at the moment: look again
    }
  }
};

follow(document.querySelector('[data-follow]'));
