// What lies on a plate: rice, egg, cucumber, skewers, small cakes. Feet at (0, 0) unless said otherwise.
import { ball, barrel, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { ellipse, group, line, path, rect } from '../shapes.mjs';

/** Half a boiled egg, its face up; around (0, 0). */
export const eggHalf = (size = 60) => group([
  ellipse(0, size * 0.14, size, size * 0.68, '#d9cdb8'),
  ellipse(0, 0, size, size * 0.66, ball('#fdfaf2', 0.5), { filter: plump(size * 0.08, { depth: 0.25, light: 0.3, cast: 0.4 }) }),
  ellipse(size * 0.06, 0, size * 0.5, size * 0.36, radial(['#ffc94a', '#f39a1c'])),
  ellipse(-size * 0.1, -size * 0.1, size * 0.16, size * 0.08, '#fff0c0', { opacity: 0.8 }),
]);

/** A slice of cucumber, face up; around (0, 0). */
export const cucumber = (size = 46) => [
  ellipse(3, size * 0.2, size, size * 0.62, '#2f6a2a'), ellipse(0, 0, size, size * 0.62, '#5da348'), ellipse(0, 0, size * 0.86, size * 0.52, radial(['#e9f5c8', '#cfe7a0'])),
  Array.from({ length: 7 }, (_, i) => ellipse(0, -size * 0.24, size * 0.05, size * 0.13, '#f7fbe4', { transform: `scale(1 .66) rotate(${i * 51})` })),
];

/** A mound of rice with single grains; around its foot. */
export function rice(width, tall, colour = '#fbf7ec', { cone = false, seed = 3 } = {}) {
  const roll = dice(seed);
  const half = width / 2;
  const edge = (y) => cone ? half * (0.08 + 0.92 * (1 + y / tall)) : half * Math.sqrt(Math.max(0, 1 - (y / tall) ** 2));
  const outline = cone
    ? `M${-half} -10Q${-half * 0.5} ${-tall * 0.52} ${-half * 0.1} ${-tall * 0.97}Q0 ${-tall * 1.04} ${half * 0.1} ${-tall * 0.97}Q${half * 0.5} ${-tall * 0.52} ${half} -10Q0 ${width * 0.14} ${-half} -10Z`
    : `M${-half} -8C${-half} ${-tall * 0.9} ${-half * 0.5} ${-tall} 0 ${-tall}S${half} ${-tall * 0.9} ${half} -8Q0 ${width * 0.12} ${-half} -8Z`;
  const grains = Array.from({ length: Math.round(width * tall / 170) }, () => {
    const y = -roll() * tall * 0.97;
    const x = roll.between(-0.97, 0.97) * edge(y);
    return ellipse(0, 0, 10, 4.2, mix(colour, roll() < 0.6 ? '#fffdf2' : '#8a5a14', roll.between(0.02, 0.26)), { transform: `translate(${x.toFixed(1)} ${(y + 6).toFixed(1)}) rotate(${Math.round(roll.between(0, 180))})` });
  });
  return group([
    path(outline, linear([lighter(colour, 0.3), colour, darker(colour, 0.2)]), { filter: plump(10, { shade: '#8a5a1c', depth: 0.4, light: 0.4, cast: 0.35 }) }),
    grains,
    path(outline, linear([['#ffffff', 0, 0.14], ['#ffffff', 0.4, 0], ['#6a3a08', 1, 0.3]])),
  ]);
}

/** A skewer lying, meat to the left, glazed; around (0, 0). */
export const skewer = (colour = '#8a4420', count = 5) => group([
  rect(-250, -5, 520, 10, 5, downward('#e8c88e', '#b98c4c')),
  Array.from({ length: count }, (_, i) => group([
    rect(-238 + i * 70, -34, 64, 68, 20, downward([lighter(colour, 0.28), 0], [colour, 0.45], [darker(colour, 0.35), 1]), { filter: plump(6, { shade: '#2a0c04', depth: 0.55, light: 0.35, cast: 0.4 }) }),
    line(`M${-226 + i * 70} ${-8 + (i % 2) * 6}l20 -16M${-206 + i * 70} ${14}l22 -18`, '#3a1608', 6, { opacity: 0.5 }),
    ellipse(-214 + i * 70, -22, 12, 5, '#ffe0a8', { opacity: 0.6 }),
  ])),
]);

/** A fried chicken leg, its bone up to the right; its foot is at (0, 0). */
export const drumstick = (size = 200, turn = 0) => group([
  rect(size * 0.18, -size * 0.92, size * 0.11, size * 0.4, size * 0.05, linear(['#fdf7ea', '#e6d6bb']), { transform: `rotate(32 ${size * 0.2} ${-size * 0.6})`, filter: plump(4, { cast: 0.3 }) }),
  ellipse(size * 0.36, -size * 0.9, size * 0.075, size * 0.065, '#fdf7ea'), ellipse(size * 0.43, -size * 0.84, size * 0.075, size * 0.065, '#efe2cb'),
  path(`M${size * 0.24} ${-size * 0.66}Q${size * 0.1} ${-size * 0.7} ${-size * 0.14} ${-size * 0.56}Q${-size * 0.42} ${-size * 0.36} ${-size * 0.34} ${-size * 0.12}Q${-size * 0.2} ${size * 0.05} ${size * 0.08} ${-size * 0.06}Q${size * 0.28} ${-size * 0.18} ${size * 0.32} ${-size * 0.52}Q${size * 0.34} ${-size * 0.64} ${size * 0.24} ${-size * 0.66}Z`, radial([['#f0b055', 0], ['#c87426', 0.5], ['#8f4412', 1]]), { filter: plump(size * 0.05, { shade: '#4a1a04', depth: 0.5, light: 0.35, cast: 0.4 }) }),
  [[-0.14, -0.3], [0.02, -0.44], [-0.2, -0.14], [0.1, -0.22], [0.16, -0.5], [-0.04, -0.12], [-0.26, -0.28]].map(([x, y], i) => ellipse(size * x, size * y, size * (0.03 + i % 3 * 0.012), size * 0.024, i % 2 ? '#7a3a0e' : '#f9cf85', { opacity: 0.55 })),
  ellipse(-size * 0.12, -size * 0.44, size * 0.11, size * 0.05, '#ffe9bd', { opacity: 0.6, transform: `rotate(-34 ${-size * 0.12} ${-size * 0.44})` }),
], { transform: `rotate(${turn})` });

/** A glossy pool of sauce; around (0, 0). */
export const pool = (colour, rx, ry) => [
  ellipse(0, 0, rx, ry, radial([lighter(colour, 0.2), colour, darker(colour, 0.2)]), { filter: plump(5, { cast: 0.25 }) }),
  ellipse(-rx * 0.3, -ry * 0.4, rx * 0.3, ry * 0.14, '#ffffff', { opacity: 0.35 }),
];

/** Small traditional cakes of one bite, by name; their foot is at (0, 0). */
export const cakes = {
  klepon: () => [ellipse(0, -30, 36, 34, ball('#6fae4a', 0.4), { filter: plump(6) }), Array.from({ length: 26 }, (_, i) => {
    const roll = dice(i + 1);
    return ellipse(roll.between(-30, 30), roll.between(-58, -6), 5, 2.2, '#ffffff', { opacity: 0.9 });
  })],
  lapis: () => group(['#c8324a', '#fdf6ec', '#e86a7a', '#fdf6ec', '#c8324a'].map((colour, i) => rect(-40, -68 + i * 14, 80, 14.5, 1, colour)), { filter: plump(5) }),
  wrapped: () => [path('M-46 0Q-48 -44 0 -64Q48 -44 46 0Q0 14 -46 0Z', downward('#8cc66a', '#3f7a34'), { filter: plump(6) }), line('M0 -62V2M-24 -46L-14 4M24 -46L14 4', '#2a5a24', 3, { opacity: 0.4 })],
  cup: () => [path('M-40 -34L-30 0Q0 10 30 0L40 -34Z', downward('#5da04a', '#3a7030'), { filter: plump(5) }), ellipse(0, -36, 42, 20, ball('#fdf3df', 0.4), { filter: plump(4) }), ellipse(0, -42, 16, 6, '#c8813a')],
  ball: () => [ellipse(0, -28, 36, 32, ball('#c9822e', 0.45), { filter: plump(6) }), Array.from({ length: 20 }, (_, i) => {
    const roll = dice(i + 40);
    return ellipse(roll.between(-28, 28), roll.between(-52, -6), 3.2, 2.2, '#fbeccb');
  })],
  flower: () => [group([0, 72, 144, 216, 288].map((turn) => ellipse(0, -20, 16, 22, '#f7a8c0', { transform: `translate(0 -28) scale(1 .8) rotate(${turn})` })), { filter: plump(5) }), ellipse(0, -30, 13, 10, '#f4c542')],
  square: () => group([rect(-40, -58, 80, 58, 12, downward('#f5c95a', '#d9952a')), rect(-40, -58, 80, 18, 9, '#8a4a1c')], { filter: plump(6) }),
  purple: () => [path('M-42 0Q-50 -40 -16 -48Q0 -72 18 -48Q50 -40 42 0Q0 14 -42 0Z', downward('#b08ad6', '#6a4296'), { filter: plump(6) }), line('M-22 -8Q-26 -34 -8 -46M22 -8Q26 -34 8 -46', '#4a2a70', 3, { opacity: 0.4 })],
};

/** A hollow bamboo tube standing, two nodes. */
export function bambooTube(width = 130, tall = 420, colour = '#a9b65a') {
  const half = width / 2;
  const node = (y) => rect(-half - 4, y, width + 8, 16, 8, barrel(lighter(colour, 0.15), 0.4), { filter: plump(3, { cast: 0.25 }) });
  return [
    path(`M${-half} ${-tall}V-10Q${-half} 0 ${-half + 10} 3Q0 14 ${half - 10} 3Q${half} 0 ${half} -10V${-tall}Z`, barrel(colour, 0.4)),
    node(-tall * 0.62), node(-tall * 0.16),
    line(`M${-half * 0.3} ${-tall * 0.9}V${-tall * 0.68}M${half * 0.3} ${-tall * 0.5}V${-tall * 0.3}`, darker(colour, 0.3), 3, { opacity: 0.3 }),
    ellipse(0, -tall, half, half * 0.28, linear([lighter('#e9dfae', 0.2), '#d9c98a'])),
    ellipse(0, -tall + 1, half * 0.8, half * 0.21, downward('#4a4a1c', '#7a7a34')),
  ];
}

