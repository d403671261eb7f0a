// Roots, greens, mushrooms and plants in pots.
import { ball, barrel, clip, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, thing } from '../shapes.mjs';
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

/** One stalk tip for a bunch of water spinach: narrow leaves. */
export const spinach = (tall, tone) => [0, 1, 2, 3, 4, 5].map((i) => at(0, -tall * (0.42 + i * 0.1), blade(120 - i * 8, 20, mix(tone, '#bfe08a', i * 0.06)), { turn: i % 2 ? -140 + i * 6 : -40 - i * 6 }));

/** One fern tip for a bunch: a curled head and small leaflets. */
export const fernTip = (tall, tone) => [
  Array.from({ length: 9 }, (_, i) => [at(0, -tall * (0.26 + i * 0.065), blade(64 - i * 4, 9, tone), { turn: -26 }), at(0, -tall * (0.26 + i * 0.065), blade(64 - i * 4, 9, tone), { turn: -154 })]),
  path(`M0 ${-tall * 0.7}Q2 ${-tall * 0.92} 30 ${-tall * 0.93}Q58 ${-tall * 0.9} 50 ${-tall * 0.82}Q38 ${-tall * 0.77} 28 ${-tall * 0.84}`, 'none', { stroke: darker(tone, 0.2), 'stroke-width': 13, 'stroke-linecap': 'round' }),
];

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

/** An oyster mushroom: a fan cap on a short stem growing from (0, 0). */
export const oyster = (size = 120, colour = '#f3ece0') => group([
  path(`M-${size * 0.12} 0Q-${size * 0.1} -${size * 0.4} -${size * 0.34} -${size * 0.6}H${size * 0.34}Q${size * 0.12} -${size * 0.4} ${size * 0.14} 0Z`, linear([lighter(colour, 0.5), darker(colour, 0.18)])),
  [-0.24, -0.12, 0, 0.12, 0.24].map((x) => line(`M${size * x * 0.3} -${size * 0.1}Q${size * x * 0.5} -${size * 0.4} ${size * x * 1.3} -${size * 0.58}`, darker(colour, 0.25), 3, { opacity: 0.5 })),
  path(`M-${size * 0.78} -${size * 0.62}Q-${size * 0.7} -${size * 1.12} 0 -${size * 1.14}Q${size * 0.74} -${size * 1.1} ${size * 0.78} -${size * 0.6}Q${size * 0.56} -${size * 0.44} ${size * 0.3} -${size * 0.56}Q0 -${size * 0.4} -${size * 0.28} -${size * 0.54}Q-${size * 0.56} -${size * 0.44} -${size * 0.78} -${size * 0.62}Z`, radial([lighter(colour, 0.7), colour, darker(colour, 0.16)]), { filter: plump(size * 0.07, { shade: '#6a4a3a', depth: 0.4, light: 0.4, cast: 0.4 }) }),
]);

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

