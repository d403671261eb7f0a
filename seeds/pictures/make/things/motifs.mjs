// Paints for cloth. Geometric and plant figures as they are sold on the market; none is a sacred one.
import { darker, dice, lighter, pattern } from '../ink.mjs';
import { at, ellipse, group, line, path, rect } from '../shapes.mjs';

const slubs = (width, height, seed) => {
  const roll = dice(seed);
  return Array.from({ length: 70 }, () => rect(roll.between(0, width), roll.between(0, height), roll.between(14, 60), 2.2, 1, roll() < 0.5 ? '#fff3d0' : '#5a3414', { opacity: 0.22 }));
};

/** Coarse leaf fibre with bands of maroon and black lozenges. */
export const doyo = () => pattern(120, 240, [
  rect(0, 0, 120, 240, 0, '#dcc491'), slubs(120, 240, 3),
  rect(0, 10, 120, 12, 0, '#7a1c22'), rect(0, 28, 120, 5, 0, '#231a18'), rect(0, 118, 120, 12, 0, '#7a1c22'), rect(0, 107, 120, 5, 0, '#231a18'),
  path('M60 38L98 70L60 102L22 70Z', '#7a1c22'), path('M60 50L84 70L60 90L36 70Z', '#dcc491'), path('M60 60L72 70L60 80L48 70Z', '#231a18'),
  path('M0 44l20 26l-20 26M120 44l-20 26l20 26', 'none', { stroke: '#231a18', 'stroke-width': 7 }),
  path('M0 150h18v18h18v-18h24v36h-16M120 150h-18v18h-18v-18h-24v36h16M0 222h18v-18h18v18h24M120 222h-18v-18h-18v18h-24', 'none', { stroke: '#231a18', 'stroke-width': 7 }),
  path('M60 176l14 12l-14 12l-14 -12Z', '#7a1c22'),
]);

/** Bright weft stripes and small lozenges. */
export const tenun = () => pattern(80, 220, [
  rect(0, 0, 80, 220, 0, '#a3174c'), slubs(80, 220, 5),
  rect(0, 8, 80, 14, 0, '#f2b632'), rect(0, 26, 80, 5, 0, '#fdf2d8'), rect(0, 35, 80, 14, 0, '#0f6a70'), rect(0, 53, 80, 5, 0, '#fdf2d8'), rect(0, 62, 80, 9, 0, '#e2641f'),
  path('M40 84L70 112L40 140L10 112Z', '#f2b632'), path('M40 96L58 112L40 128L22 112Z', '#0f6a70'), path('M40 105L48 112L40 119L32 112Z', '#fdf2d8'),
  path('M0 98l14 14l-14 14M80 98l-14 14l14 14', 'none', { stroke: '#fdf2d8', 'stroke-width': 5 }),
  rect(0, 154, 80, 9, 0, '#e2641f'), rect(0, 168, 80, 5, 0, '#fdf2d8'), rect(0, 178, 80, 12, 0, '#2b2a6a'),
  [10, 30, 50, 70].map((x) => path(`M${x} 196l8 8l-8 8l-8 -8Z`, '#f2b632')),
]);

const curlShape = 'M0 0C-6 -34 -52 -46 -58 -14C-60 14 -24 16 -22 -4C-22 -16 -36 -18 -38 -8';

/** Curling fern tendrils and leaves on a deep ground. */
export const batik = (ground = '#0d4a58', figure = '#f3c56a', second = '#d9694a') => {
  const tendril = (x, y, turn, flip) => at(x, y, [
    line(curlShape, figure, 9), line('M0 0C10 -30 44 -40 52 -16', figure, 7), path('M52 -16q16 -16 26 2q-14 14 -26 -2Z', second), path('M-4 -30q-4 -26 14 -34q8 22 -14 34Z', second),
    line(curlShape, '#fff6dc', 2.5, { 'stroke-dasharray': '2 8' }),
  ], { turn, wide: flip ? -1 : 1 });
  const figures = [
    tendril(60, 96, 0), tendril(150, 190, 0, true), tendril(140, 60, 180, true), tendril(40, 190, 180),
    [[100, 100], [0, 0]].map(([x, y]) => ellipse(x, y, 9, 9, second) + ellipse(x, y, 4, 4, '#fff6dc')),
  ];
  const round = [-200, 0, 200].flatMap((x) => [-200, 0, 200].map((y) => at(x, y, figures)));
  return pattern(200, 200, [rect(0, 0, 200, 200, 0, ground), round, Array.from({ length: 26 }, (_, i) => ellipse((i * 83) % 200, (i * 47) % 200, 2.2, 2.2, lighter(ground, 0.55)))]);
};

/** Tie-dye: wavy bands that fade into each other, with rows of undyed dots. */
export const sasirangan = () => pattern(220, 300, [
  rect(0, 0, 220, 300, 0, '#6a2a86'),
  [['#8e3aa0', 0], ['#d94f86', 50], ['#f2913c', 100], ['#f7c64a', 150], ['#d94f86', 200], ['#8e3aa0', 250]].map(([colour, y]) => path(`M-10 ${y}q28 -26 58 0t58 0t58 0t58 0V${y + 56}q-28 -26 -58 0t-58 0t-58 0t-58 0Z`, colour)),
  [6, 56, 106, 156, 206, 256].map((y) => path(`M-10 ${y - 6}q28 -26 58 0t58 0t58 0t58 0`, 'none', { stroke: '#fff6ea', 'stroke-width': 6, 'stroke-dasharray': '9 7', opacity: 0.85 })),
  [30, 80, 130, 180, 230, 280].map((y, row) => [18, 76, 134, 192].map((x) => group([ellipse(x + (row % 2) * 28, y, 9, 7, '#fff6ea', { opacity: 0.85 }), ellipse(x + (row % 2) * 28, y, 4, 3, '#6a2a86', { opacity: 0.7 })]))),
]);

/** Running stitches in nested lozenges and waves. */
export const jelujur = (ground = '#23395f') => {
  const stitch = (d, colour) => path(d, 'none', { stroke: colour, 'stroke-width': 5, 'stroke-dasharray': '13 9', 'stroke-linecap': 'round' });
  return pattern(180, 180, [
    rect(0, 0, 180, 180, 0, ground), slubs(180, 180, 9),
    stitch('M90 14L166 90L90 166L14 90Z', '#f7d98a'), stitch('M90 40L140 90L90 140L40 90Z', '#f3f0e4'), stitch('M90 66L114 90L90 114L66 90Z', '#e8744e'),
    stitch('M0 40L40 0M180 40L140 0M0 140L40 180M180 140L140 180', '#f3f0e4'), stitch('M0 16L16 0M180 16L164 0M0 164L16 180M180 164L164 180', '#e8744e'),
    ellipse(90, 90, 5, 5, '#f7d98a'),
  ]);
};

/** Plain cloth with the faint grid of its threads. */
export const plain = (colour) => pattern(8, 8, [
  rect(0, 0, 8, 8, 0, colour), rect(0, 0, 8, 1.6, 0, lighter(colour, 0.5), { opacity: 0.3 }), rect(0, 0, 1.6, 8, 0, darker(colour, 0.4), { opacity: 0.14 }),
]);

/** Sedge mat: woven strips with coloured stripes. */
export const sedge = (colours) => pattern(280, 24, [
  colours.map(([colour, x, width]) => rect(x, 0, width, 24, 0, colour)),
  Array.from({ length: 24 }, (_, i) => rect((i % 12) * 24 + (i > 11 ? 12 : 0), i > 11 ? 12 : 0, 11, 11, 2, '#ffffff', { opacity: 0.16 }) + rect((i % 12) * 24 + (i > 11 ? 0 : 12), i > 11 ? 12 : 0, 11, 11, 2, '#2a1206', { opacity: 0.18 })),
]);
