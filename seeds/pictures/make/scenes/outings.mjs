// Boat trips, stays, gardens, forest walks, music and dance, fishing: each as a small model.
import { emoji } from '../emoji.mjs';
import { barrel, darker, dice, downward, lighter, linear, plump } from '../ink.mjs';
import { at, ellipse, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { longboat } from '../things/boats.mjs';
import { blade } from '../things/leaves.mjs';
import { island, jetty, palm, stiltHouse, tree } from '../things/places.mjs';
import { carved, wooden } from '../things/timber.mjs';
import { bananaHand, rambutan } from '../things/fruit.mjs';
import { tangerine } from '../things/garden.mjs';
import { canes, farRim, boundRim, woven } from '../things/weave.mjs';

export const outings = {
  'perahu-susur': () => fromAbove([put(island({ width: 900, surface: 'water', contents: [
    [-330, -250, 250].map((x, i) => at(x, -108 + i * 2, tree(190 + i * 24, ['#3f8a4a', '#5aa04a', '#4a9448'][i]))), at(350, -92, palm(260)),
    at(30, 52, longboat({ long: 620, hull: '#8a5430', trim: '#0b5259', roof: '#c63b26', motor: true })),
    path('M-380 66Q-200 96 -20 84T360 62', 'none', { stroke: '#ffffff', 'stroke-width': 9, 'stroke-linecap': 'round', opacity: 0.7 }), path('M-420 40q-50 10 -10 26', 'none', { stroke: '#ffffff', 'stroke-width': 8, opacity: 0.6, 'stroke-linecap': 'round' }),
  ] }), 480, 1080)], 110),
  'homestay': () => fromAbove([put(island({ width: 900, contents: [
    at(-330, -40, palm(470)), at(300, -60, tree(330, '#4f9a48')), at(0, 20, stiltHouse({ width: 560 })),
    at(-260, 70, bush(1)), at(290, 60, bush(0.9)), path('M-40 40Q-60 90 -120 140H110Q50 90 40 40Z', '#d9b98a', { opacity: 0.9 }),
  ] }), 480, 1090, { scale: 0.93 })], 80),
  'kebun-wisata': () => fromAbove([put(island({ width: 900, surface: 'soil', contents: [
    [-96, -50, 4].map((y, row) => [rect(-340 + row * -16, y, 680 + row * 32, 20, 10, '#6b4226', { opacity: 0.5 }), Array.from({ length: 7 }, (_, i) => at(-300 + i * 100 - row * 4, y + 6, sprout(0.8 + row * 0.12)))]),
    at(-90, 116, fruitBasket()), at(220, 124, strawHat()),
  ] }), 480, 1090)], 150),
  'jalur-hutan': () => fromAbove([put(island({ width: 900, contents: [
    [[-360, -60, 380], [-240, -100, 430], [-120, -124, 360], [150, -126, 400], [270, -100, 450], [370, -50, 380]].map(([x, y, size], i) => at(x, y, tree(size, ['#3f8a4a', '#2f7a48', '#5aa04a'][i % 3], { trunk: 0.5, crown: [[0, -0.86, 0.22], [-0.15, -0.72, 0.18], [0.15, -0.72, 0.18], [0, -0.62, 0.17]] }))),
    path('M-20 -128Q60 -80 -40 -30T-130 148H130Q60 40 60 -20T30 -128Z', linear(['#e3c492', '#c9a06a'])),
    at(-240, 70, signpost()), at(230, 122, emoji('1f392', 250).svg), at(-330, 50, bush(0.8)), at(340, 40, bush(0.7)),
  ] }), 480, 1090, { scale: 0.93 })], 80),
  'tari-budaya': () => [
    put(thing(330, 560, headdress()), 300, 1010),
    put(thing(190, 700, at(0, -10, sape(), { turn: 12 })), 690, 1020),
  ],
  'memancing': () => fromAbove([put(island({ width: 900, surface: 'water', contents: [
    at(-60, 128, jetty(460, 210)),
    at(-180, 60, emoji('1faa3', 200).svg),
    line('M40 60L-10 70', '#4a2c14', 22), line('M60 50L330 -430', '#7a4a24', 13), line('M150 -110L330 -430', '#b9783f', 8),
    ellipse(52, 40, 24, 24, '#3a444c', { filter: plump(4) }), ellipse(52, 40, 11, 11, '#c9d2d8'),
    path('M330 -430Q390 -200 340 20', 'none', { stroke: '#ffffff', 'stroke-width': 3.5, opacity: 0.9 }),
    at(340, 26, [ellipse(0, 8, 40, 10, '#ffffff', { opacity: 0.5 }), path('M-16 0A16 16 0 0 1 16 0Z', '#e0323a'), path('M-16 0A16 16 0 0 0 16 0Z', '#ffffff'), line('M0 -14V-34', '#e0323a', 5)]),
  ] }), 480, 1090)], 130),
};

const bush = (scale) => at(0, 0, [[-46, -30, 46], [40, -28, 42], [0, -50, 52]].map(([x, y, r]) => ellipse(x, y, r, r * 0.86, linear(['#9ccb5a', '#5a9a3c', '#3f7a34']), { filter: plump(7, { shade: '#12300c', cast: 0.25 }) })), { scale });

const sprout = (scale) => at(0, 0, [[-150, 62], [-30, 62], [-112, 70], [-68, 70], [-90, 80]].map(([turn, long]) => at(0, 0, blade(long, 17, '#5aa04a'), { turn })), { scale });

function fruitBasket() {
  return [
    farRim(170, -150, 36, '#cf964c'),
    woven([[170, -150], [172, -120], [146, -20], [136, 0]], canes('#cf964c', 26, 12), { rise: 36, sag: 14, contents: [at(-76, -152, bananaHand({ count: 3, long: 170 }).svg, { turn: -20 }), at(84, -146, tangerine(56, '#f39a24', '#7fa03a')), at(0, -136, tangerine(62, '#f08a1c', '#7fa03a')), at(-84, -170, rambutan(dice(3), 44)), at(132, -160, rambutan(dice(5), 38))] }), boundRim(171, -150, 36, '#d9a45c', 22),
  ];
}

const strawHat = () => [
  ellipse(0, -16, 158, 46, linear(['#f7e0a0', '#e3bd66', '#c4963f']), { filter: plump(6, { cast: 0.4 }) }), ellipse(0, -20, 120, 30, '#b98c3c', { opacity: 0.5 }),
  path('M-88 -24Q-86 -116 0 -120Q86 -116 88 -24Q0 10 -88 -24Z', linear(['#f9e6ac', '#e6c270', '#c4963f']), { filter: plump(8, { cast: 0.2 }) }),
  path('M-88 -44Q0 -10 88 -44L88 -22Q0 12 -88 -22Z', '#c63b26'),
];

const signpost = () => [
  rect(-13, -330, 26, 330, 8, barrel('#8a5a34', 0.4)),
  wooden('M-110 -310H120L160 -272L120 -234H-110Z', '#c58f58', 0, 5), wooden('M110 -210H-116L-152 -176L-116 -142H110Z', '#b57f48', 0, 5),
  line('M-76 -272H70M-70 -176H70', '#5a3418', 10, { opacity: 0.75 }), line('M50 -290l26 18l-26 18M-50 -194l-26 18l26 18', '#5a3418', 9, { opacity: 0.75 }),
];

/** The boat-shaped lute of the Dayak, standing on its foot. */
function sape() {
  return [
    line('M-86 -640L86 -690M-78 -590L88 -640', '#3c2010', 15), [[-90, -640], [90, -690], [-82, -590], [92, -640]].map(([x, y]) => ellipse(x, y, 17, 12, '#c9a05a', { filter: plump(3) })),
    wooden('M-30 -760Q-16 -800 30 -800Q40 -770 26 -744L30 -470Q100 -440 110 -330L104 -60Q90 0 0 6Q-90 0 -104 -60L-110 -330Q-100 -440 -30 -470Z', '#b9783f', 88, 11),
    path('M-82 -340Q-70 -410 0 -414Q70 -410 82 -340L78 -70Q66 -30 0 -26Q-66 -30 -78 -70Z', 'none', { stroke: '#5a2e12', 'stroke-width': 6 }),
    at(0, -120, [carved('M0 60C-10 10 -60 10 -60 -30C-60 -64 -18 -64 -20 -36', 9), carved('M0 60C10 10 60 10 60 -30C60 -64 18 -64 20 -36', 9)]), at(0, -300, [carved('M0 -60C-8 -20 -54 -20 -54 20C-54 50 -16 50 -18 26', 8), carved('M0 -60C8 -20 54 -20 54 20C54 50 16 50 18 26', 8)]),
    [-15, -5, 5, 15].map((x) => line(`M${x * 0.7} -730L${x} -60`, '#f7f0dc', 2.6)),
    rect(-34, -66, 68, 16, 6, '#3c2010'), Array.from({ length: 8 }, (_, i) => rect(-15, -700 + i * 30, 30, 6, 2, '#3c2010')),
  ];
}

/** A dancer's headdress on a stand: a beaded band with long banded feathers. */
function headdress() {
  const feather = (turn, long) => at(0, -360, [
    path(`M-6 0Q-42 ${-long * 0.6} 0 ${-long}Q42 ${-long * 0.6} 6 0Z`, linear(['#ffffff', '#f3ece0', '#d3c6b2']), { filter: plump(6, { shade: '#3a3238', depth: 0.35, light: 0.4, cast: 0.35 }) }),
    path(`M-27 ${-long * 0.62}Q-22 ${-long * 0.84} 0 ${-long * 0.87}Q22 ${-long * 0.84} 27 ${-long * 0.62}Q0 ${-long * 0.56} -27 ${-long * 0.62}Z`, '#2a2630'), line(`M0 0V${-long * 0.94}`, '#a89a84', 4),
  ], { turn });
  const beads = ['#c8281e', '#f2b632', '#231a1a', '#fdf7ea', '#0f6a70'];
  return [
    rect(-16, -200, 32, 200, 8, barrel('#8a5a34', 0.4)), ellipse(0, -6, 130, 24, downward(lighter('#8a5a34', 0.3), darker('#8a5a34', 0.2))),
    [-64, 64, -44, 44, -24, 24, 0].map((turn) => feather(turn, 420 - Math.abs(turn) * 1.6)),
    [-52, -32, -12, 12, 32, 52].map((turn) => at(0, -350, path('M-4 0Q-20 -90 0 -150Q20 -90 4 0Z', linear(['#e2641f', '#c8281e']), { filter: plump(4, { cast: 0.3 }) }), { turn })),
    path('M-190 -370Q0 -300 190 -370L184 -200Q0 -120 -184 -200Z', linear(['#8e1c24', '#c8281e', '#7a141c']), { filter: plump(9, { depth: 0.4, cast: 0.35 }) }),
    Array.from({ length: 3 }, (_, row) => Array.from({ length: 17 }, (_, i) => {
      const t = (i + 0.5) / 17 * 2 - 1;
      return ellipse(t * 178, -318 + row * 44 + (1 - t * t) * 52, 9.5, 15, beads[(i * 2 + row * 3) % 5], { filter: plump(2.5, { cast: 0.3 }) });
    })),
  ];
}

