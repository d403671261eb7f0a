// Fish, prawns, crab and what is dried or raised in water.
import { emoji } from '../emoji.mjs';
import { dice, downward, lighter, linear, mix, plump } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { bars, crushedIce, fish } from '../things/fish.mjs';
import { bananaLeaf } from '../things/leaves.mjs';
import { mudCrab, prawn } from '../things/shellfish.mjs';
import { citrusFace } from '../things/spices.mjs';
import { plate, tray } from '../things/tableware.mjs';

const spots = (long, tall, colour, count, seed) => {
  const roll = dice(seed);
  return Array.from({ length: count }, () => ellipse(roll.between(-0.3, 0.34) * long, roll.between(-0.42, 0) * tall, roll.between(3, 8), roll.between(3, 6), colour, { opacity: 0.55 }));
};

/** A box of ice with its front wall, in which fish lie. */
const iceBox = (width, catchOfDay) => thing(width, 330, [
  rect(-width / 2, -330, width, 130, 26, downward('#2f7ab8', '#1c5a94')),
  at(0, -200, crushedIce(width * 0.95, 170)),
  catchOfDay,
  at(0, -96, crushedIce(width * 0.9, 46, 8)),
  path(`M${-width / 2} -130H${width / 2}L${width * 0.47} -14Q${width * 0.465} 4 ${width * 0.44} 4H${-width * 0.44}Q${-width * 0.465} 4 ${-width * 0.47} -14Z`, linear(['#6ab4e4', '#3f8fca', '#2468a4']), { filter: plump(8, { shade: '#0c2a4a', depth: 0.4, light: 0.35, cast: 0.35 }) }),
  rect(-width * 0.5, -140, width, 24, 12, linear(['#9ad0f2', '#5aa6da', '#3a80bc'])),
]);

export const waters = {
  'ikan-segar': () => [
    put(iceBox(820, [
      at(-50, -330, fish({ long: 640, tall: 210, build: 'slim', tail: 'fork', back: '#4f6470', flank: '#b9c6cc', belly: '#f7f4ee', scales: false, marks: '' }), { turn: -3 }),
      at(50, -236, fish({ long: 640, tall: 240, back: '#56705e', flank: '#aebfa4', belly: '#f3ecd6', fin: '#5a6f5c', marks: bars(640, 240, '#2a3a30', 7, 12) }), { turn: 3 }),
    ]), 480, 1030),
    put(thing(90, 40, citrusFace(60, '#5a9a34', '#a8c84a')), 800, 1090),
  ],
  'ikan-laut': () => fromAbove([
    put(thing(860, 330, at(0, -20, crushedIce(860, 250, 5)), { flat: true }), 480, 1100),
    ...[[500, 880, -6], [450, 1020, -2]].map(([x, y, turn], i) => put(thing(600, 60, at(0, -20, fish({ long: 740, tall: 200, build: 'slim', tail: 'fork', back: '#1f5a86', flank: '#a9c6d4', belly: '#fbfaf5', fin: '#3a6a8a', scales: false, marks: [bars(740, 200, '#0c2f50', 9, 11), spots(740, 200, '#0c2f50', 22, i + 3)] }), { turn })), x, y, { shadow: false })),
    ...[[180, 1110], [770, 1106], [250, 1140]].map(([x, y]) => put(thing(60, 20, at(0, -20, emoji('1f9ca', 76, { sink: 0.5 }).svg)), x, y)),
  ], 150),
  'udang-galah': () => fromAbove([
    put(bananaLeaf({ width: 880, depth: 330 }), 480, 1100),
    put(thing(620, 60, at(40, -110, prawn({ size: 660, colour: '#8aa89a', stripe: '#4a6e68', claws: '#2f6fb4', tail: '#3f7ab0' }), { turn: -8 })), 480, 1010, { shadow: false }),
  ], 110),
  'udang-laut': () => fromAbove([
    put(plate({ width: 860, flat: 0.42, rim: '#0b5259', contents: [
      [0, -110, 0.95, 0], [-200, -60, 0.95, -8], [190, -66, 0.95, 10], [-110, 10, 1, 4], [120, 6, 1, -6], [0, 70, 1.04, 0]].map(([x, y, scale, turn]) =>
      at(x, y - 20, prawn({ size: 380, colour: '#dd8a58', stripe: '#7a3320', tail: '#c4502c' }), { scale, turn })) }), 480, 1080),
    put(thing(100, 30, citrusFace(58, '#5a9a34', '#a8c84a')), 780, 1110),
  ], 180),
  'kepiting': () => [put(thing(620, 500, [mudCrab(760), cord()]), 480, 1020)],
  'ikan-asin': () => fromAbove([
    put(tray({ width: 880, flat: 0.46, contents: [[-210, -30, -64], [-110, -56, -84], [0, -66, -90], [110, -56, -96], [210, -30, -116]].map(([x, y, turn], i) => at(x, y + 30, splitFish(dice(i + 2)), { turn, scale: 0.84 })) }), 480, 1090),
  ], 170),
  'ikan-asap': () => [
    put(rack(), 480, 1020),
  ],
  'bibit-ikan': () => [put(fryBag(), 480, 1020)],
  'rumput-laut': () => fromAbove([
    put(tray({ width: 860, flat: 0.44, contents: at(0, 40, heap(dice(4), 190, 620, 210, (roll) => {
      const tone = mix(roll.pick(['#efe2bd', '#e3cf9c', '#d9bf86', '#c9b27a']), '#8a6a4a', roll.between(0, 0.35));
      const [a, b, c] = [roll.between(-30, 30), roll.between(-30, 30), roll.between(-20, 20)].map((v) => v.toFixed(0));
      return path(`M-70 0Q-30 ${a} 0 0T70 ${c}M-16 0Q0 ${b} 20 ${b}M26 ${c}Q40 ${a} 56 ${a}`, 'none', { stroke: tone, 'stroke-width': roll.between(9, 14).toFixed(1), 'stroke-linecap': 'round', transform: `rotate(${Math.round(roll.between(0, 180))})`, filter: plump(3, { shade: '#6a4a1c', depth: 0.4, light: 0.35, cast: 0.3 }) });
    }, { flat: 0.44 })) }), 480, 1080),
  ], 170),
};

/** The cord that ties a crab's claws to its shell. */
function cord() {
  const rope = (d) => [line(d, '#7a3a1c', 26), line(d, '#e9c987', 19), path(d, 'none', { stroke: '#b07f3f', 'stroke-width': 19, 'stroke-dasharray': '4 11' })];
  return [
    rope('M-290 -330Q-120 -250 0 -200Q120 -250 290 -330'), rope('M-250 -120Q-110 -150 0 -190Q110 -150 250 -120'),
    at(0, -196, [ellipse(-46, -14, 46, 21, '#e9c987', { transform: 'rotate(20)', filter: plump(4) }), ellipse(46, -14, 46, 21, '#d9b26a', { transform: 'rotate(-20)', filter: plump(4) }), ellipse(0, 0, 24, 21, '#b98c4c', { filter: plump(4) })]),
  ];
}

/** A fish opened along the belly, salted and dried flat; head to the left, around (0, 0). */
function splitFish(roll) {
  const tone = mix('#e3bd7c', '#c99450', roll());
  return group([
    path('M200 -14Q236 -50 286 -74Q262 0 286 74Q236 50 200 14Z', linear([tone, '#a8743a']), { filter: plump(4, { cast: 0.35 }) }),
    path('M-240 0Q-210 -96 -60 -104Q110 -104 214 -20V20Q110 104 -60 104Q-210 96 -240 0Z', linear([lighter(tone, 0.35), tone, '#b98344']), { filter: plump(8, { shade: '#5a2a08', depth: 0.5, light: 0.45, cast: 0.4 }) }),
    path('M-170 0Q-150 -62 -50 -70Q90 -66 186 -10V10Q90 66 -50 70Q-150 62 -170 0Z', linear(['#f7dfae', '#e9c283']), { opacity: 0.9 }),
    line('M-210 0H206', '#9a6430', 9, { opacity: 0.7 }),
    Array.from({ length: 11 }, (_, i) => line(`M${-130 + i * 28} 0q16 -30 ${24} ${-56 + i * 3}M${-130 + i * 28} 0q16 30 ${24} ${56 - i * 3}`, '#b9803f', 3.5, { opacity: 0.55 })),
    Array.from({ length: 16 }, () => rect(roll.between(-150, 160), roll.between(-60, 60), 7, 6, 1.5, '#ffffff', { opacity: 0.8 })),
    ellipse(-196, -34, 13, 12, '#fff7e0'), ellipse(-196, -34, 7, 7, '#2a1810'), ellipse(-196, 34, 13, 12, '#fff7e0'), ellipse(-196, 34, 7, 7, '#2a1810'),
  ]);
}

/** Smoked fish on skewers over a bamboo rack. */
function rack() {
  const pole = (x1, y1, x2, y2, width = 26) => [line(`M${x1} ${y1}L${x2} ${y2}`, '#8a6a2c', width), line(`M${x1} ${y1 - 3}L${x2} ${y2 - 3}`, '#c9ac5c', width - 8), line(`M${x1} ${y1 - 7}L${x2} ${y2 - 7}`, '#ecd690', width * 0.2, { opacity: 0.8 })];
  const smoked = (x) => at(x, -330, [
    line('M0 -300V330', '#d9b878', 13),
    at(0, 10, fish({ long: 500, tall: 168, build: 'slim', back: '#4a2410', flank: '#a8622a', belly: '#d9a35a', fin: '#3c1c0c', eye: '#e9d2a8', marks: bars(500, 168, '#2a1006', 6, 14) }), { turn: 90 }),
  ]);
  return thing(760, 640, [
    pole(-330, -640, -370, -4), pole(330, -640, 370, -4), pole(-380, -600, 380, -600), pole(-392, -66, 392, -66),
    [-246, -82, 82, 246].map(smoked),
    pole(-380, -200, 380, -200, 18),
    [-336, 336].map((x) => [rect(x - 22, -622, 44, 42, 8, '#7a4a1c'), line(`M${x - 20} -612L${x + 20} -590M${x + 20} -612L${x - 20} -590`, '#b9803f', 6)]),
  ], { depth: 0.07 });
}

/** A bag blown up with oxygen: water below, many small fish. */
function fryBag() {
  const roll = dice(14);
  const fry = Array.from({ length: 42 }, () => at(roll.between(-220, 220).toFixed(0), roll.between(-300, -50).toFixed(0),
    [path('M-22 0Q-6 -13 14 -3L28 -11L25 0L28 11L14 3Q-6 13 -22 0Z', roll.pick(['#4a5a66', '#e2852c', '#5f7480', '#3c4a54'])), ellipse(-13, -2, 2.6, 2.6, '#ffffff')], { scale: roll.between(0.9, 1.5).toFixed(2), wide: roll() < 0.5 ? 1 : -1, turn: Math.round(roll.between(-24, 24)) }));
  const bag = 'M-60 -560Q-250 -520 -280 -330Q-310 -100 -240 -20Q-200 12 0 12T240 -20Q310 -100 280 -330Q250 -520 60 -560Z';
  return thing(520, 660, [
    path('M-56 -560Q-110 -640 -130 -690Q-60 -664 0 -668T130 -690Q110 -640 56 -560Z', linear([['#ffffff', 0, 0.85], ['#d3e6ee', 0.6, 0.7], ['#ffffff', 1, 0.8]]), { filter: plump(5, { cast: 0.2 }) }),
    path(bag, '#ffffff', { opacity: 0.4 }),
    path('M-284 -318Q0 -280 284 -318Q306 -100 240 -20Q200 12 0 12T-240 -20Q-306 -100 -284 -318Z', downward('#a9dce8', '#5fb4cc', '#3a90b0'), { opacity: 0.85 }),
    ellipse(0, -314, 282, 26, '#d9f2f7', { opacity: 0.8 }),
    fry,
    path(bag, linear([['#ffffff', 0, 0.75], ['#ffffff', 0.12, 0.1], ['#ffffff', 0.88, 0.05], ['#2a5a70', 1, 0.35]])),
    path(bag, 'none', { stroke: '#ffffff', 'stroke-width': 6, opacity: 0.75 }),
    path('M-216 -440Q-250 -260 -210 -90Q-180 -260 -160 -470Z', '#ffffff', { opacity: 0.55 }), path('M180 -430Q220 -380 226 -300', 'none', { stroke: '#ffffff', 'stroke-width': 14, 'stroke-linecap': 'round', opacity: 0.6 }),
    rect(-66, -580, 132, 36, 16, linear(['#e8584a', '#c63b26', '#8e2618']), { filter: plump(5, { cast: 0.35 }) }),
  ]);
}

