// Roots, greens, mushrooms and plants in pots.
import { ball, barrel, clip, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, blob, ellipse, group, heap, line, path, thing } from '../shapes.mjs';
import { crumb } from './contents.mjs';
import { blade } from './leaves.mjs';
import { turned } from './turned.mjs';

/** A cassava root lying, thick end to the left, around (0, 0). */
export function cassava(roll, long = 480, thick = 90) {
  const rings = Array.from({ length: 16 }, () => {
    const x = roll.between(-0.42, 0.36);
    const k = thick * (0.42 - Math.max(0, x) * 0.6);
    return path(`M${(long * x).toFixed(1)} ${(-k * roll.between(0.5, 0.95)).toFixed(1)}q${roll.between(6, 14).toFixed(1)} ${(k * 0.5).toFixed(1)} 0 ${(k * roll.between(0.5, 1.1)).toFixed(1)}`, 'none', { stroke: roll.pick(['#3f2412', '#b98a5c']), 'stroke-width': 4, opacity: 0.4, 'stroke-linecap': 'round' });
  });
  return group([
    path(`M${-long * 0.47} ${-thick * 0.3}Q${-long * 0.3} ${-thick * 0.58} 0 ${-thick * 0.46}Q${long * 0.3} ${-thick * 0.34} ${long * 0.5} ${thick * 0.12}Q${long * 0.3} ${thick * 0.3} 0 ${thick * 0.48}Q${-long * 0.3} ${thick * 0.56} ${-long * 0.47} ${thick * 0.32}Q${-long * 0.5} 0 ${-long * 0.47} ${-thick * 0.3}Z`, downward('#b98356', '#8a5a34', '#54321a'), { filter: plump(8, { shade: '#24100a', depth: 0.5, light: 0.3, cast: 0.45 }) }),
    rings,
    ellipse(-long * 0.465, 0, thick * 0.14, thick * 0.3, '#6b4226'), ellipse(-long * 0.468, 0, thick * 0.11, thick * 0.25, linear(['#fffaf0', '#efe2cb'])),
  ]);
}

/** One stalk tip for a bunch of water spinach: long narrow leaves. */
export const spinach = (tall, tone) => [0, 1, 2, 3, 4].map((i) => at(0, -tall * (0.4 + i * 0.13), blade(190 - i * 14, 34, mix(tone, '#bfe08a', i * 0.07)), { turn: i % 2 ? -134 + i * 5 : -46 - i * 5 }));

/** One fern tip for a bunch: a curled head and leaflets. */
export const fernTip = (tall, tone) => [
  Array.from({ length: 6 }, (_, i) => [at(0, -tall * (0.26 + i * 0.085), blade(104 - i * 8, 17, tone), { turn: -28 }), at(0, -tall * (0.26 + i * 0.085), blade(104 - i * 8, 17, tone), { turn: -152 })]),
  path(`M0 ${-tall * 0.68}Q2 ${-tall * 0.95} 38 ${-tall * 0.95}Q74 ${-tall * 0.91} 62 ${-tall * 0.81}Q46 ${-tall * 0.75} 34 ${-tall * 0.83}`, 'none', { stroke: mix(tone, '#8fc060', 0.3), 'stroke-width': 19, 'stroke-linecap': 'round', filter: plump(4, { shade: '#12300c', cast: 0.25 }) }),
];

/** An ear of maize standing in its husk. */
export function maize(long = 520, colour = '#f7c52c') {
  const [rx, ry] = [long * 0.14, long * 0.42];
  const body = `M0 ${-ry}C${rx * 0.8} ${-ry * 0.96} ${rx} ${-ry * 0.3} ${rx} ${ry * 0.3}Q${rx * 0.9} ${ry} 0 ${ry}Q${-rx * 0.9} ${ry} ${-rx} ${ry * 0.3}C${-rx} ${-ry * 0.3} ${-rx * 0.8} ${-ry * 0.96} 0 ${-ry}Z`;
  const kernels = Array.from({ length: 22 }, (_, row) => {
    const y = -ry * 0.94 + row * ry * 1.5 / 21;
    const half = rx * Math.min(1, Math.sqrt(Math.max(0.04, 1 - ((ry * 0.2 - y) / (ry * 1.22)) ** 2)));
    return Array.from({ length: 7 }, (_, i) => {
      const angle = (i - 3) * 0.44;
      return ellipse((Math.sin(angle) * half).toFixed(1), y.toFixed(1), (rx * 0.2 * Math.cos(angle) + 3).toFixed(1), (ry * 0.042).toFixed(1), ball(mix(colour, '#e89a14', (row * 3 + i * 5) % 7 / 12), 0.6));
    });
  });
  const husk = (turn, bend, tone) => path(`M0 ${ry * 1.16}Q${bend * 1.5} ${ry * 0.7} ${bend} ${-ry * 0.36}Q${bend * 0.1} ${ry * 0.3} 0 ${ry * 1.16}Z`, linear([lighter(tone, 0.35), tone, darker(tone, 0.2)]), { transform: `rotate(${turn})`, filter: plump(7, { shade: '#24400c', depth: 0.4, light: 0.4, cast: 0.35 }) });
  return thing(long * 0.34, long, at(0, -long * 0.5, [
    husk(-10, -rx * 1.7, '#6fae4a'), husk(10, rx * 1.7, '#5f9e40'),
    path(body, darker(colour, 0.3), { filter: plump(8, { shade: '#6a3a04', depth: 0.4, light: 0.2, cast: 0.3 }) }), group(kernels, { 'clip-path': clip(path(body, '#000')) }),
    path(body, radial([['#ffffff', 0, 0.25], ['#ffffff', 0.4, 0], ['#5a2a04', 1, 0.5]])),
    husk(2, -rx * 1.45, '#8cc256'), husk(-2, rx * 1.45, '#7ab24a'), line(`M0 ${ry * 1.1}V${ry * 1.22}`, '#8fae5a', 26),
  ]));
}

/** A seedling in a black bag of soil. */
export function seedling({ width = 300, tall = 300, plant }) {
  const half = width / 2;
  const outline = turned([[half, -tall], [half * 0.98, -tall * 0.8], [half * 0.9, -20], [half * 0.82, 0]], { sag: 10 });
  const creases = [-0.5, -0.15, 0.3, 0.62].map((x) => path(`M${half * x} ${-tall * 0.86}Q${half * (x + 0.12)} ${-tall * 0.5} ${half * (x - 0.04)} -14`, 'none', { stroke: '#ffffff', 'stroke-width': 5, opacity: 0.14 }));
  return thing(width, tall, [
    ellipse(0, -tall, half, half * 0.24, '#1c1a1e'), ellipse(0, -tall + 5, half * 0.92, half * 0.19, radial(['#6a4228', '#3c2414'])),
    at(0, -tall + 8, heap(dice(4), 110, width * 0.82, 22, (roll) => crumb('#4a2c18', 8)(roll), { flat: 0.22 })),
    plant,
    path(`M${-half} ${-tall}Q0 ${-tall + half * 0.48} ${half} ${-tall}L${half * 0.9} -20Q${half * 0.88} 0 ${half * 0.82} 0Q0 20 ${-half * 0.82} 0Q${-half * 0.88} 0 ${-half * 0.9} -20Z`, barrel('#2c2a30', 0.3)),
    group(creases, { 'clip-path': clip(path(outline, '#000')) }),
    [[-0.4, -0.4], [0.1, -0.28], [0.5, -0.44], [-0.1, -0.6]].map(([x, y]) => ellipse(half * x, tall * y, 7, 7, '#0c0a0e')),
    path(`M${-half} ${-tall}Q0 ${-tall + half * 0.48} ${half} ${-tall}l-2 16Q0 ${-tall + half * 0.48 + 16} ${-half + 2} ${-tall + 16}Z`, '#58545e', { opacity: 0.9 }),
  ]);
}

/** A flower pot of fired clay; the plant grows from the middle of its soil. */
export function clayPot(width, tall, plant = '', colour = '#c46a40') {
  const half = width / 2;
  return [
    ellipse(0, -tall, half * 0.96, half * 0.22, '#3c2414'), ellipse(0, -tall + 4, half * 0.86, half * 0.16, radial(['#6a4228', '#3c2414'])),
    at(0, -tall, plant),
    path(turned([[half * 0.86, -tall * 0.8], [half * 0.62, 0]], { sag: 10 }), barrel(colour, 0.4)),
    path(turned([[half, -tall], [half * 0.97, -tall * 0.78]], { sag: half * 0.11, rise: half * 0.11 }), barrel(lighter(colour, 0.1), 0.45), { filter: plump(5, { cast: 0.35 }) }),
  ];
}

/** A broad heart-shaped leaf with a coloured heart and veins, growing upwards from (0, 0). */
export const heartLeaf = (long, edge, heart, vein) => group([
  path(`M0 0Q${-long * 0.12} ${long * 0.14} ${-long * 0.34} ${long * 0.04}Q${-long * 0.5} ${-long * 0.3} ${-long * 0.26} ${-long * 0.62}Q${-long * 0.1} ${-long * 0.84} 0 ${-long}Q${long * 0.1} ${-long * 0.84} ${long * 0.26} ${-long * 0.62}Q${long * 0.5} ${-long * 0.3} ${long * 0.34} ${long * 0.04}Q${long * 0.12} ${long * 0.14} 0 0Z`, linear([lighter(edge, 0.25), edge, darker(edge, 0.25)]), { filter: plump(long * 0.03, { shade: '#12300c', depth: 0.45, light: 0.35, cast: 0.35 }) }),
  path(`M0 ${-long * 0.04}Q${-long * 0.3} ${-long * 0.02} ${-long * 0.28} ${-long * 0.26}Q${-long * 0.2} ${-long * 0.6} 0 ${-long * 0.86}Q${long * 0.2} ${-long * 0.6} ${long * 0.28} ${-long * 0.26}Q${long * 0.3} ${-long * 0.02} 0 ${-long * 0.04}Z`, heart, { opacity: 0.9 }),
  line(`M0 0V${-long * 0.9}`, vein, long * 0.025),
  [0.12, 0.3, 0.48].map((y, i) => line(`M0 ${-long * y}Q${-long * 0.14} ${-long * (y + 0.04)} ${-long * (0.28 - i * 0.05)} ${-long * (y + 0.13)}M0 ${-long * y}Q${long * 0.14} ${-long * (y + 0.04)} ${long * (0.28 - i * 0.05)} ${-long * (y + 0.13)}`, vein, long * 0.014)),
  Array.from({ length: 16 }, (_, i) => {
    const roll = dice(i + 3);
    return ellipse(roll.between(-0.3, 0.3) * long, roll.between(-0.6, -0.02) * long, long * roll.between(0.006, 0.018), long * 0.01, mix(edge, '#e8f5b8', 0.6), { opacity: 0.8 });
  }),
]);

/** An oyster mushroom seen a little from above: a broad wavy cap over pale gills, growing from (0, 0). */
export const oyster = (size = 120, colour = '#efe6d8') => {
  const rim = Array.from({ length: 40 }, (_, i) => {
    const angle = i / 40 * Math.PI * 2;
    const reach = size * (0.8 + 0.035 * Math.sin(angle * 5 + size));
    return [Math.cos(angle) * reach, -size * 0.74 + Math.sin(angle) * reach * 0.52];
  });
  return group([
    path(`M${-size * 0.17} 0Q${-size * 0.16} ${-size * 0.24} ${-size * 0.6} ${-size * 0.62}H${size * 0.6}Q${size * 0.16} ${-size * 0.24} ${size * 0.17} 0Q0 ${size * 0.09} ${-size * 0.17} 0Z`, linear([lighter(colour, 0.2), darker(colour, 0.3)]), { filter: plump(4, { depth: 0.25, cast: 0.3 }) }),
    [-0.44, -0.3, -0.15, 0, 0.15, 0.3, 0.44].map((x) => line(`M${size * x * 0.25} ${-size * 0.12}Q${size * x * 0.5} ${-size * 0.3} ${size * x} ${-size * 0.46}`, darker(colour, 0.35), 3, { opacity: 0.5 })),
    path(blob(rim), radial([['#b9a58f', 0], ['#d3c3ae', 0.35], [colour, 0.8], ['#fffaf0', 1]], [0.5, 0.4, 0.62]), { filter: plump(size * 0.055, { shade: '#5a3a2a', depth: 0.4, light: 0.5, cast: 0.45 }) }),
    ellipse(-size * 0.3, -size * 0.9, size * 0.26, size * 0.08, '#ffffff', { opacity: 0.5, transform: `rotate(-14 ${-size * 0.3} ${-size * 0.9})` }),
  ]);
};

/** Soft round fruit skin with tiny pores and a leaf. */
export const tangerine = (size, colour, green) => group([
  ellipse(0, -size * 0.92, size, size * 0.92, radial([[lighter(colour, 0.45), 0], [colour, 0.45], [mix(colour, green, 0.75), 1]]), { filter: plump(size * 0.1, { shade: '#6a3a08', depth: 0.4, light: 0.35, cast: 0.35 }) }),
  Array.from({ length: 40 }, (_, i) => {
    const roll = dice(i + 2);
    const [angle, reach] = [roll.between(0, 6.28), Math.sqrt(roll()) * 0.86];
    return ellipse(Math.cos(angle) * reach * size, -size * 0.92 + Math.sin(angle) * reach * size * 0.9, size * 0.016, size * 0.013, darker(colour, 0.3), { opacity: 0.4 });
  }),
  ellipse(0, -size * 1.74, size * 0.12, size * 0.06, '#5a7a2a'),
  ellipse(-size * 0.38, -size * 1.36, size * 0.2, size * 0.11, ball('#ffffff', 0.1), { opacity: 0.55, transform: `rotate(-36 ${-size * 0.38} ${-size * 1.36})` }),
]);

