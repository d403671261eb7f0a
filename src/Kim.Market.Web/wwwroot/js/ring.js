// A seller who asked for it hears that an order has come while the inbox is open. Off until it is switched on, and only on this device.
const ring = (button) => {
  const key = 'pasar-bunyi';
  const numbers = (page) => [...page.querySelectorAll('[data-test=inbox-order] [data-test=order-number]')].map((number) => number.textContent);
  let known = null;
  let audio = null;

  const show = () => button.setAttribute('aria-pressed', String(localStorage.getItem(key) === '1'));

  const sound = () => {
    audio ??= new AudioContext();
    audio.resume();
    [880, 1175].forEach((pitch, i) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      volume.gain.value = 0.15;
      tone.frequency.value = pitch;
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + i * 0.2);
      tone.stop(audio.currentTime + i * 0.2 + 0.18);
    });
  };

  const look = async () => {
    if (localStorage.getItem(key) === '1') {
      try {
        const answer = await fetch(button.dataset.ring, { headers: { Accept: 'text/html' } });
        const found = numbers(new DOMParser().parseFromString(await answer.text(), 'text/html'));
        if (answer.ok && known && found.some((number) => !known.includes(number))) {
          sound();
          document.querySelector('[data-rang]').hidden = false;
        }

        known = answer.ok ? found : known;
      } catch {
        // no connection at the moment: look again
      }
    }

    setTimeout(look, button.dataset.every * 1000);
  };

  button.hidden = false;
  show();
  look();
  button.addEventListener('click', () => {
    const isOn = localStorage.getItem(key) !== '1';
    localStorage.setItem(key, isOn ? '1' : '0');
    show();
    if (isOn) sound(); // this is how it will sound
  });
};

document.querySelectorAll('[data-ring]').forEach(ring);
