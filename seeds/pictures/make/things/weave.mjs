// Woven goods of rattan, bamboo and sedge: the weave as a paint, and round bodies covered with it.
import { barrel, clip, darker, downward, lighter, linear, mix, pattern, plump } from '../ink.mjs';
import { ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { roundness, turned } from './turned.mjs';

/** Flat strips over and under each other; `second` colours every other strip. */
export const strips = (colour, size = 20, second = colour, turn = 0) => {
  const strip = (x, y, w, h, tone, down) => rect(x + 0.7, y + 0.7, w - 1.4, h - 1.4, size * 0.12, down ? downward(lighter(tone, 0.3), tone, darker(tone, 0.22)) : linear([lighter(tone, 0.3), tone, darker(tone, 0.22)]));
  return pattern(size * 2, size * 2, [
    rect(0, 0, size * 2, size * 2, 0, darker(colour, 0.55)),
    strip(0, 0, size, size, colour, true), strip(size, size, size, size, colour, true),
    strip(size, 0, size, size, second, false), strip(0, size, size, size, second, false),
  ], turn ? `rotate(${turn})` : '');
};

/** Thin canes woven around upright stakes, as in baskets. */
export const canes = (colour, wide = 34, tall = 14) => {
  const cane = (x, y) => rect(x, y, wide, tall - 1, tall * 0.46, downward(lighter(colour, 0.45), colour, darker(colour, 0.32)));
  return pattern(wide * 2, tall * 2, [
    rect(0, 0, wide * 2, tall * 2, 0, darker(colour, 0.6)),
    cane(-wide * 0.5, 0), cane(wide * 0.5, 0), cane(wide * 1.5, 0), cane(0, tall), cane(wide, tall),
  ]);
};

/** Dark stepped diagonals with hooks, on a light strip ground. */
export const hooked = (ground, figure, size = 16) => {
  const rows = [
    'XX........XX', '.XX......XX.', '..XX....XX..', 'X..XX..XX..X', 'XX..XXXX..XX', '.XX..XX..XX.',
    'XX..XXXX..XX', 'X..XX..XX..X', '..XX....XX..', '.XX......XX.', 'XX........XX', 'X....XX....X'];
  const side = rows.length * size;
  const cell = pattern(size, size, [rect(0, 0, size, size, 0, ground), rect(1, 1, size - 2, size - 2, 2, lighter(ground, 0.25), { opacity: 0.6 })]);
  const marks = rows.flatMap((row, y) => [...row].map((mark, x) => mark === 'X' ? rect(x * size, y * size, size, size, 1.5, downward(lighter(figure, 0.12), figure)) : ''));
  return pattern(side, side, [rect(0, 0, side, side, 0, cell), marks]);
};

/** A round woven body under its rim, with what lies in it; points as for `turned`. */
export function woven(points, paint, { sag = 12, rise = 14, colour = '#c98f4a', inside = '#5a3414', contents = '' } = {}) {
  const outline = turned(points, { sag, rise });
  const [half, top] = points[0];
  return [
    ellipse(0, top, half, rise, inside),
    group(contents),
    path(outline, colour, { filter: plump(8, { shade: '#2a1206', depth: 0.3, light: 0.2, cast: 0.25 }) }),
    path(outline, paint),
    roundness(outline, '#2a1206', 0.55),
    group(path(outline, linear([['#fff3d0', 0, 0], ['#fff3d0', 0.28, 0.28], ['#fff3d0', 0.5, 0]])), { 'clip-path': clip(path(outline, '#000')) }),
  ];
}

/** A bound rim around an opening: its near half. */
export const boundRim = (half, y, rise, colour, thick = 24) => {
  const count = Math.round(half / 9);
  const wraps = Array.from({ length: count }, (_, i) => {
    const angle = (i + 0.5) / count * Math.PI;
    const [x, dy] = [-Math.cos(angle) * half, Math.sin(angle) * rise];
    return line(`M${(x - 4).toFixed(1)} ${(y + dy - thick * 0.42).toFixed(1)}l8 ${(thick * 0.84).toFixed(1)}`, darker(colour, 0.4), 2.5, { opacity: 0.45 });
  });
  return [path(`M${-half} ${y}A${half} ${rise} 0 0 0 ${half} ${y}`, 'none', { stroke: barrel(colour, 0.45), 'stroke-width': thick, 'stroke-linecap': 'round', filter: plump(4, { depth: 0.4, light: 0.4, cast: 0.4 }) }), wraps];
};

/** The far half of a rim, to be drawn before what stands in the opening. */
export const farRim = (half, y, rise, colour, thick = 22) => path(`M${-half} ${y}A${half} ${rise} 0 0 1 ${half} ${y}`, 'none', { stroke: darker(colour, 0.2), 'stroke-width': thick });

/** A bent cane as a handle. */
export const handle = (d, colour, thick = 24) => [
  path(d, 'none', { stroke: darker(colour, 0.35), 'stroke-width': thick, 'stroke-linecap': 'round', filter: plump(3, { cast: 0.3 }) }),
  path(d, 'none', { stroke: colour, 'stroke-width': thick * 0.7, 'stroke-linecap': 'round', transform: `translate(${-thick * 0.08} ${-thick * 0.08})` }),
  path(d, 'none', { stroke: lighter(colour, 0.5), 'stroke-width': thick * 0.22, 'stroke-linecap': 'round', opacity: 0.8, transform: `translate(${-thick * 0.16} ${-thick * 0.18})` }),
];

/** A sun hat: a wide cone sewn of coloured pieces; seen from a little above. */
export function coneHat(width, tall, colours) {
  const [rx, ry] = [width / 2, width * 0.15];
  const count = 22;
  const point = (i, k) => {
    const angle = Math.PI * (1 + 0.06) - i / count * Math.PI * 1.12;
    return [Math.cos(angle) * rx * k, -ry * 0.2 - tall * (1 - k) + Math.sin(angle) * ry * k];
  };
  const cells = [];
  for (const [ring, from, to] of [[0, 0, 0.34], [1, 0.34, 0.66], [2, 0.66, 0.9], [3, 0.9, 1]]) {
    for (let i = 0; i < count; i++) {
      const [a, b, c, d] = [point(i, from), point(i + 1, from), point(i + 1, to), point(i, to)].map((p) => p.map((v) => v.toFixed(1)).join(' '));
      const tone = ring === 3 ? (i % 2 ? '#1d2113' : '#f3e2b4') : colours[(i * (ring + 1) + ring * 2) % colours.length];
      cells.push(path(`M${a}L${b}L${c}L${d}Z`, tone, { stroke: '#fff3d0', 'stroke-width': 2.5, 'stroke-opacity': 0.6, 'stroke-linejoin': 'round' }));
    }
  }

  const outline = `M${-rx} ${-ry * 0.2}Q${-rx * 0.2} ${-tall * 0.9} 0 ${-tall - ry * 0.2}Q${rx * 0.2} ${-tall * 0.9} ${rx} ${-ry * 0.2}A${rx} ${ry} 0 0 1 ${-rx} ${-ry * 0.2}Z`;
  return thing(width, tall, [
    ellipse(0, -ry * 0.1, rx, ry, '#6b4a24'),
    group(cells, { filter: plump(10, { shade: '#2a1206', depth: 0.35, light: 0.3, cast: 0.35 }) }),
    path(outline, linear([['#ffffff', 0, 0.1], ['#ffffff', 0.34, 0.3], ['#ffffff', 0.48, 0], ['#2a1206', 1, 0.5]])),
    ellipse(0, -tall - ry * 0.16, 15, 12, mix('#c63b26', '#8e2618', 0.3), { filter: plump(4) }),
  ], { flat: false, depth: 0.2 });
}
