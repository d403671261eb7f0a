// Services: sewing, printing, photographs, repairs, carpentry, massage, party tents, ploughing.
import { emoji } from '../emoji.mjs';
import { barrel, darker, downward, lighter, linear, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { folded } from '../things/cloth.mjs';
import { bottle } from '../things/glass.mjs';
import { bananaLeaf, blade } from '../things/leaves.mjs';
import { hammer, handTractor, outboard, saw, screwdriver, sewingMachine, spanner, tripodCamera } from '../things/machines.mjs';
import { mark } from '../things/mark.mjs';
import { batik, plain } from '../things/motifs.mjs';
import { island, tree } from '../things/places.mjs';
import { wooden } from '../things/timber.mjs';

const lying = (svg, x, y, width, options = {}) => put(thing(width, 40, svg), x, y, options);

export const trades = {
  'mesin-jahit': () => [
    put(thing(640, 540, sewingMachine()), 490, 1000),
    put(folded({ width: 300, folds: 2, thick: 40, depth: 130, motif: batik('#7a2a1c', '#f3c56a', '#0f6a70') }), 270, 1070),
    put(emoji('1f9f5', 150, { sink: 0.02 }), 800, 1075),
  ],
  'sablon-kaos': () => [
    put(rollUp(), 720, 985),
    put(thing(430, 600, teeShirt()), 370, 1010, { lift: 20 }),
  ],
  'kamera': () => [put(thing(520, 830, tripodCamera()), 480, 1040, { scale: 0.98 })],
  'servis-mesin': () => [
    put(thing(330, 600, outboard()), 380, 990),
    lying(at(0, -34, spanner(400), { turn: -16 }), 720, 960, 340), lying(at(0, -34, screwdriver(370), { turn: 9 }), 700, 1060, 330),
  ],
  'tukang-kayu': () => fromAbove([
    put(thing(820, 130, [wooden('M-400 -110H380Q400 -110 404 -92L420 -16Q422 0 404 0H-404Q-422 0 -420 -16L-412 -96Q-410 -110 -400 -110Z', '#d9a562', 1, 7), rect(-416, -14, 834, 34, 8, '#a8713a')]), 480, 900),
    lying(at(0, -90, saw(600), { turn: -5 }), 440, 900, 520, { shadow: false }), lying(at(0, -60, hammer(480), { turn: 8 }), 560, 1070, 430),
    ...[[190, 1050, 1], [270, 1084, 0.8], [150, 990, 0.7]].map(([x, y, scale]) => lying(at(0, -24, shaving(), { scale }), x, y, 80)),
  ], 120),
  'pijat': () => [
    put(bananaLeaf({ width: 860, depth: 190 }), 480, 1080),
    put(folded({ width: 440, folds: 4, thick: 52, depth: 200, motif: plain('#f3ece0') }), 340, 960, { shadow: false }),
    put(bottle({ shape: 'flask', size: 1.55, liquid: '#d9a02c', cap: '#5a3420', colour: '#2c6a3a', mark: mark('1f33f', 80) }), 740, 960, { shadow: false }),
    put(compress(), 600, 1050, { shadow: false }), put(emoji('1f33a', 170, { sink: 0.02 }), 330, 1070, { shadow: false }), put(emoji('1f33c', 110, { sink: 0.02 }), 800, 1060, { shadow: false }),
  ],
  'tenda-hajatan': () => fromAbove([put(island({ width: 900, contents: [at(0, 30, tent()), [-270, -135, 0, 135, 270].map((x, i) => at(x, 96 + (i % 2) * 8, chair(['#c63b26', '#0f6a70'][i % 2])))] }), 480, 1090, { scale: 0.96 })], 70),
  'traktor': () => fromAbove([put(island({ width: 900, surface: 'soil', contents: [
    [-110, -66, -20, 30, 84].map((y, i) => line(`M${-330 - i * 12} ${y}Q0 ${y + 26} ${330 + i * 12} ${y}`, '#5a3418', 15, { opacity: 0.45 })),
    at(-350, -80, tree(230)), at(350, -80, tree(200, '#5aa04a')), at(30, 96, handTractor(), { scale: 1.06 }),
  ] }), 480, 1090)], 110),
};

const shaving = () => [path('M-40 10C-50 -40 40 -50 40 -6C40 30 -20 26 -18 0C-16 -18 14 -18 14 -2', 'none', { stroke: '#c98f4a', 'stroke-width': 17, 'stroke-linecap': 'round', filter: plump(4, { cast: 0.4 }) }), path('M-40 8C-50 -42 40 -52 40 -8C40 28 -20 24 -18 -2', 'none', { stroke: '#f6dca6', 'stroke-width': 9, 'stroke-linecap': 'round' })];

/** A cloth ball with herbs, tied above. */
const compress = () => thing(180, 230, [
  path('M-36 -150Q-60 -220 -40 -250Q-20 -226 0 -256Q20 -226 40 -250Q60 -220 36 -150Z', linear(['#fffaf0', '#e3d3b4', '#c9b48c']), { filter: plump(5) }),
  path('M-40 -150Q-110 -130 -108 -66Q-100 4 0 6Q100 4 108 -66Q110 -130 40 -150Z', linear(['#fffaf0', '#efe2c8', '#cdb88f']), { filter: plump(10, { shade: '#5a3a14', depth: 0.4, light: 0.4, cast: 0.4 }) }),
  [-60, -20, 24, 64].map((x) => line(`M${x * 0.4} -142Q${x} -90 ${x * 0.9} -30`, '#a88f60', 3.5, { opacity: 0.45 })),
  [[-40, -60], [10, -40], [46, -84], [-10, -96], [-66, -90]].map(([x, y], i) => at(x, y, blade(36, 9, '#7f9a5a'), { turn: i * 67, opacity: 0.35 })),
  rect(-44, -166, 88, 26, 12, barrel('#b5482f', 0.4), { filter: plump(4) }),
]);

function teeShirt() {
  const colour = '#fdf7ea';
  return [
    path('M-110 -590Q0 -560 110 -590L200 -560L316 -400L220 -340L190 -380V-30Q190 0 160 0H-160Q-190 0 -190 -30V-380L-220 -340L-316 -400L-200 -560Z', linear(['#ffffff', colour, darker(colour, 0.16)]), { filter: plump(12, { depth: 0.35, light: 0.4, cast: 0.35 }) }),
    path('M-110 -590Q0 -470 110 -590Q0 -560 -110 -590Z', '#d9cdb8'), path('M-110 -590Q0 -462 110 -590', 'none', { stroke: '#0b5259', 'stroke-width': 16 }),
    line('M-306 -410L-226 -356M306 -410L226 -356', '#0b5259', 13),
    at(0, -260, [ellipse(0, 0, 132, 132, '#f7b92e'), path('M-132 10Q-60 -20 0 10T132 10A132 132 0 0 1 -132 10Z', '#0f6a70'), path('M-110 50Q-50 26 0 50T112 50', 'none', { stroke: '#fdf7ea', 'stroke-width': 8, 'stroke-linecap': 'round' }), path('M-90 10H90Q70 46 40 48H-50Q-80 40 -90 10Z', '#8e2c1c'), path('M-46 -30H50L66 -2H-62Z', '#c63b26'), line('M-40 -4V14M44 -4V14', '#5a2c14', 8)]),
    [-120, 60].map((x) => path(`M${x} -330q16 140 -8 300`, 'none', { stroke: '#8a7a64', 'stroke-width': 16, opacity: 0.12 })),
  ];
}

function rollUp() {
  return thing(300, 760, [
    rect(-150, -740, 300, 720, 6, linear(['#0f6a70', '#0b5259', '#083f47']), { filter: plump(5, { depth: 0.3, light: 0.3, cast: 0.35 }) }),
    rect(-150, -740, 300, 190, 6, '#f7b92e'), path('M-150 -550q37 44 75 0t75 0t75 0t75 0v-20h-300Z', '#f7b92e'), ellipse(0, -650, 62, 62, '#fdf7ea'), at(0, -650, mark('1f3a8', 92)),
    [-430, -390, -350].map((y, i) => rect(-104, y, 208 - i * 44, 18, 9, '#ffffff', { opacity: 0.85 })), rect(-104, -290, 90, 90, 12, '#c63b26'), rect(14, -290, 90, 90, 12, '#fdf7ea'), rect(-104, -176, 208, 16, 8, '#ffffff', { opacity: 0.6 }), rect(-104, -146, 150, 16, 8, '#ffffff', { opacity: 0.6 }),
    rect(-158, -752, 316, 22, 8, linear(['#ffffff', '#98a2ac'])), rect(-172, -36, 344, 42, 14, linear(['#f3f6f8', '#b9c2ca', '#6f7a84']), { filter: plump(5) }),
  ]);
}

function tent() {
  const cloth = ['#c63b26', '#fdf2d8'];
  const panels = Array.from({ length: 10 }, (_, i) => path(`M${-24 + i * 5} -560L${-390 + i * 78} -330H${-312 + i * 78}L${-19 + i * 5} -560Z`, cloth[i % 2]));
  const scallops = Array.from({ length: 10 }, (_, i) => path(`M${-390 + i * 78} -332h78v30a39 36 0 0 1 -78 0Z`, cloth[(i + 1) % 2], { filter: plump(5, { cast: 0.2 }) }));
  return [
    [-372, -130, 130, 372].map((x) => rect(x - 9, -330, 18, 330, 6, barrel('#b9c2ca', 0.6))),
    path('M-372 -310Q-250 -180 -372 -40L-340 -40Q-220 -190 -330 -310ZM372 -310Q250 -180 372 -40L340 -40Q220 -190 330 -310Z', '#f7b92e', { filter: plump(5) }),
    group(panels, { filter: plump(10, { shade: '#3a0c0c', depth: 0.4, light: 0.3, cast: 0.3 }) }), scallops,
    line('M0 -556V-620', '#8a5a34', 10), path('M4 -620L70 -598L4 -576Z', '#f7b92e'),
    path('M-372 -300Q-186 -230 0 -296T372 -300', 'none', { stroke: '#2f7a48', 'stroke-width': 9 }), Array.from({ length: 13 }, (_, i) => ellipse(-348 + i * 58, -278 + (i % 2) * 12, 12, 12, ['#f7b92e', '#e8708a', '#fdf2d8'][i % 3])),
  ];
}

const chair = (colour) => [
  [-40, 40].map((x) => rect(x - 6, -52, 12, 58, 4, darker(colour, 0.3))), path('M-50 -130Q-52 -190 -36 -194H36Q52 -190 50 -130L46 -66H-46Z', linear([lighter(colour, 0.3), colour, darker(colour, 0.2)]), { filter: plump(6, { cast: 0.3 }) }),
  [-22, 0, 22].map((x) => rect(x - 5, -172, 10, 70, 5, darker(colour, 0.4), { opacity: 0.6 })), rect(-54, -72, 108, 24, 10, downward(lighter(colour, 0.25), darker(colour, 0.15)), { filter: plump(4) }), [-46, 46].map((x) => rect(x - 6, -50, 12, 66, 4, darker(colour, 0.15))),
];

