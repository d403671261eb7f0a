// The studio: a coloured wall and floor, daylight from the upper left, a soft shadow under everything that stands there.
import { blur, downward, linear, radial, takeDefinitions } from './ink.mjs';
import { at, ellipse, group, path, rect } from './shapes.mjs';

const width = 960;
const height = 1200;

const eyeLevel = 838;

/** Wall (lit, plain), floor (far, near) and shadow of each ground. */
const grounds = {
  turmeric: ['#fdeabb', '#f8d27a', '#f0bb4e', '#f8d482', '#8a5410'],
  river: ['#d3ece8', '#a2d2cd', '#76b5af', '#a6d3cf', '#14504f'],
  leaf: ['#e3f0cf', '#bedaa0', '#99c074', '#c0dca2', '#38581e'],
  resin: ['#fdd6c9', '#f1a891', '#de8067', '#f0a890', '#7c2a1c'],
  stone: ['#f3efe4', '#ddd6c7', '#c2b9a6', '#ddd6c8', '#544a3c'],
  orchid: ['#f3e0ee', '#ddb9d7', '#c296ba', '#dbb8d5', '#5a2c58'],
  sky: ['#dceafa', '#aecbec', '#86b0d9', '#b0cfee', '#25456b'],
};

/** Sun through leaves, a window or a blind, thrown on the wall out of focus. */
const daylight = {
  streaks: () => [0, 1, 2].map((i) => path(`M${-80 + i * 190} -40h${90 - i * 16}L${-330 + i * 190} 900h${-110 + i * 20}Z`, '#ffffff', { opacity: 0.28 - i * 0.05 })),
  window: () => [[40, 90], [40, 330], [230, 60], [230, 300]].map(([x, y]) => path(`M${x} ${y}l160 -28v205l-160 28Z`, '#ffffff', { opacity: 0.3 })),
  palm: (shadow) => at(1010, -30, Array.from({ length: 12 }, (_, i) => {
    const [x, y, reach] = [-60 - i * 52, 40 + i * 12 + i * i * 1.6, 250 - Math.abs(i - 4) * 14];
    return [at(x, y, path(`M0 0Q${reach * 0.5} -16 ${reach} 6Q${reach * 0.5} 18 0 12Z`, shadow), { turn: 118 - i * 3 }),
      at(x, y, path(`M0 0Q${reach * 0.5} -16 ${reach} 6Q${reach * 0.5} 18 0 12Z`, shadow), { turn: -148 - i * 2 })];
  }).concat(path('M60 20Q-300 60 -660 320', 'none', { stroke: shadow, 'stroke-width': 12 })), { opacity: 0.2 }),
  blind: () => Array.from({ length: 6 }, (_, i) => path(`M-20 ${60 + i * 92}L520 ${-30 + i * 92}v44L-20 ${112 + i * 92}Z`, '#ffffff', { opacity: 0.24 })),
};

function room(ground, light, horizon) {
  const [lit, wall, far, near, shadow] = grounds[ground];
  return [
    rect(0, 0, width, height, 0, linear([[lit, 0], [lit, 0.35], [wall, 1]], [0, 0, 1, 0.5])),
    group(daylight[light](shadow), { filter: blur(light === 'palm' ? 11 : 16), 'clip-path': 'none' }),
    path(`M0 ${horizon}Q${width / 2} ${horizon - 24} ${width} ${horizon}V${height}H0Z`, downward([far, 0], [near, 0.8], [near, 1])),
    path(`M0 ${horizon}Q${width / 2} ${horizon - 24} ${width} ${horizon}v60Q${width / 2} ${horizon + 20} 0 ${horizon + 60}Z`, shadow, { opacity: 0.1, filter: blur(24) }),
    ellipse(390, horizon + 162, 480, 170, radial([['#ffffff', 0, 0.5], ['#ffffff', 1, 0]], [0.5, 0.5, 0.5])),
  ];
}

function shadowOf({ thing, x, y, scale = 1, lift = 0 }, colour) {
  const reach = thing.width * scale / 2;
  if (thing.flat) {
    const [middle, tall] = [y - thing.height * scale * 0.4, thing.height * scale * 0.47];
    return [
      ellipse(x + 16, middle + 22, reach * 1.02, tall + 12, colour, { opacity: 0.32, filter: blur(20) }),
      ellipse(x + 4, middle + 8, reach * 0.98, tall, colour, { opacity: 0.4, filter: blur(7) }),
    ];
  }

  const depth = Math.max(14, reach * (thing.depth ?? 0.16));
  return group([
    ellipse(x + reach * 0.24 + lift * 0.3, y + depth * 0.25, reach * 1.16, depth * 1.3, colour, { opacity: 0.3, filter: blur(26) }),
    lift > 0 ? '' : ellipse(x + reach * 0.05, y, reach * 0.95, depth * 0.55, colour, { opacity: 0.5, filter: blur(9) }),
  ]);
}

/** One placed thing: x and y are where its foot stands. `lift` floats it; `shadow: false` when it lies on another thing. */
export const put = (thing, x, y, options = {}) => ({ thing, x, y, ...options });

/** Flat goods: the camera looks down a little more, which lifts floor and goods towards the middle of the picture. */
export const fromAbove = (placed, raise = 190) => ({ placed, raise });

/** The finished picture: the room of that ground with things placed back to front. */
export function photograph(ground, scene, light = 'streaks') {
  const shadow = grounds[ground][4];
  const { placed, raise } = Array.isArray(scene) ? { placed: scene, raise: 0 } : scene;
  const things = placed.map((one) => [
    one.shadow === false ? '' : shadowOf(one, shadow),
    at(one.x, one.y - (one.lift ?? 0), one.thing.svg, { scale: one.scale ?? 1, turn: one.turn ?? 0, wide: one.flip ? -1 : 1 })]);
  return sheet(width, height, [room(ground, light, eyeLevel - raise), at(0, -raise, things)]);
}

export function sheet(w, h, content) {
  const body = group(content);
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><defs>${takeDefinitions()}</defs>${body}</svg>`;
}
