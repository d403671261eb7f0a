// Cooked food: boxes, plates, bowls, trays.
import { emoji } from '../emoji.mjs';
import { darker, dice, downward, lighter, linear, plump } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { cakes, cucumber, drumstick, eggHalf, pool, rice, skewer } from '../things/dishes.mjs';
import { bars, fish } from '../things/fish.mjs';
import { bananaLeaf, blade } from '../things/leaves.mjs';
import { chilli, citrusFace } from '../things/spices.mjs';
import { bowl, plate, steam, tray } from '../things/tableware.mjs';

const on = (svg, x, y, options) => at(x, y, svg, options);

const greens = (count, seed) => {
  const roll = dice(seed);
  return heap(roll, count, 190, 70, (r) => group(blade(74, 20, r.pick(['#4f9a3a', '#6ab04c', '#3f8a34'])), { transform: `rotate(${Math.round(r.between(-170, -10))})` }));
};

const shallots = (count, width, seed = 7) => heap(dice(seed), count, width, 16, (r) => path('M-13 3Q0 -9 13 2', 'none', { stroke: r.pick(['#b5651d', '#d08a34', '#8a4414']), 'stroke-width': 7, 'stroke-linecap': 'round', transform: `rotate(${Math.round(r.between(0, 180))})` }));

export const meals = {
  'nasi-kotak': () => fromAbove([put(mealBox(), 480, 1050)], 120),
  'nasi-kuning': () => fromAbove([
    put(plate({ width: 860, flat: 0.46, rim: '#2c6a3a', contents: [
      at(-10, -10, bananaLeaf({ width: 620, depth: 200 }).svg, { scale: 1 }),
      on(rice(380, 230, '#f6c636'), -60, -10), on(shallots(46, 190), -60, -214),
      on(drumstick(250), 226, 60), on(eggHalf(66), 60, 66), on(eggHalf(62), 170, 84),
      on(cucumber(46), -240, 60), on(cucumber(46), -180, 84), on(cucumber(46), -116, 98), on(chilli(130), 232, 120, { turn: -160 }),
    ] }), 480, 1080),
  ], 200),
  'ikan-bakar': () => fromAbove([
    put(bananaLeaf({ width: 900, depth: 370 }), 480, 1100),
    put(thing(640, 150, on(fish({ long: 660, tall: 260, back: '#6a3414', flank: '#b5682a', belly: '#d99a4a', fin: '#4a2410', eye: '#f2e6cf', marks: bars(660, 260, '#2a1208', 7, 17) }), 0, -110, { turn: -4 })), 460, 1010, { shadow: false }),
    put(bowl({ width: 180, height: 76, colour: '#f7f1e4', contents: pool('#c22a1a', 74, 17) }), 770, 1030, { shadow: false }),
    put(thing(100, 30, citrusFace(54, '#5a9a34', '#a8c84a')), 250, 1040, { shadow: false }),
    put(thing(100, 30, citrusFace(50, '#5a9a34', '#a8c84a')), 340, 1062, { shadow: false }),
    put(thing(100, 30, [on(cucumber(48), 0, 0), on(cucumber(48), 64, 14), on(cucumber(48), 130, 18)]), 450, 1060, { shadow: false }),
  ]),
  'soto-mangkuk': () => [
    put(bowl({ width: 740, height: 300, colour: '#f7f3ea', stripe: '#0b5259', contents: soup() }), 470, 1010),
    put(thing(1, 1, steam(440, 590, 1.25)), 0, 0, { shadow: false }),
  ],
  'sate-piring': () => fromAbove([
    put(plate({ width: 860, flat: 0.46, rim: '#c63b26', contents: [
      [-30, -92, -9], [10, -40, -4], [-10, 14, 2], [20, 66, 7]].map(([x, y, turn], i) => on(skewer(['#8f4a20', '#a3572a', '#84401c', '#9a5024'][i]), x, y, { turn })) }), 480, 1060),
    put(bowl({ width: 240, height: 96, colour: '#0f6a70', contents: pool('#b06a2e', 100, 24) }), 770, 1075),
    put(thing(100, 30, citrusFace(52, '#5a9a34', '#a8c84a')), 210, 1080),
  ]),
  'tumpeng': () => fromAbove([
    put(tray({ width: 860, flat: 0.36, contents: tumpeng() }), 480, 1060),
  ], 90),
  'jajanan-tampah': () => fromAbove([
    put(tray({ width: 880, flat: 0.48, contents: smallCakes() }), 480, 1080),
  ], 170),
};

function mealBox() {
  const card = '#f3ead8';
  const wall = (d, paint) => path(d, paint, { filter: plump(4, { depth: 0.2, light: 0.4, cast: 0.35 }) });
  return thing(800, 330, [
    wall('M-330 -330L-300 -620Q-298 -640 -278 -640H278Q298 -640 300 -620L330 -330Z', linear([lighter(card, 0.5), card, darker(card, 0.12)])),
    rect(-150, -560, 300, 150, 20, '#0b5259', { opacity: 0.9 }), at(0, -485, emoji('1f35a', 120, { sink: 0.5 }).svg),
    path('M-330 -330H330L400 -40H-400Z', downward(darker(card, 0.3), darker(card, 0.12))),
    on(rice(300, 160), -190, -160), on(drumstick(250), 150, -120),
    on(greens(34, 9), -200, -80), on(cucumber(46), 30, -96), on(cucumber(46), 84, -78), on(cucumber(46), 140, -92),
    on(pool('#c22a1a', 66, 30), 256, -96), on(eggHalf(64), -30, -150), on(shallots(22, 110), -200, -300),
    wall('M-404 -44H404L384 60Q382 72 370 72H-370Q-382 72 -384 60Z', downward(lighter(card, 0.4), card, darker(card, 0.16))),
    line('M-398 -40H398', '#ffffff', 5, { opacity: 0.8 }),
    rect(-60, 0, 120, 30, 15, '#c63b26'),
  ]);
}

function soup() {
  const cube = (x, y, turn) => on([rect(-46, -34, 92, 60, 10, linear(['#fffdf4', '#e6dfcb']), { filter: plump(6, { depth: 0.3, cast: 0.4 }) })], x, y, { turn });
  const roll = dice(12);
  const onion = Array.from({ length: 26 }, () => ellipse(roll.between(-280, 280), roll.between(-44, 52), 13, 8, 'none', { stroke: roll.pick(['#5fa83f', '#7fc45a', '#3f8a34']), 'stroke-width': 6 }));
  return [
    ellipse(0, 12, 340, 80, '#d9a52c'), ellipse(0, 8, 336, 76, linear(['#f6d570', '#eebb3c', '#d99a24'])),
    Array.from({ length: 16 }, () => ellipse(roll.between(-270, 270), roll.between(-40, 56), roll.between(8, 22), roll.between(4, 9), '#fbe6a0', { opacity: 0.6 })),
    cube(-170, -8, -6), cube(-80, -34, 8), cube(-210, 30, 4), cube(-110, 34, -8),
    on(eggHalf(76), 90, 8), on(drumstick(200, 24), 210, 20),
    on(greens(8, 3), 10, 50, { scale: 0.7 }), onion, on(shallots(20, 120), -10, 2), on(citrusFace(48, '#5a9a34', '#a8c84a'), 236, 40),
  ];
}

function tumpeng() {
  const ring = [
    [-320, -40, eggHalf(62)], [320, -44, eggHalf(62)], [-236, -20, drumstick(190, -50)], [246, -20, drumstick(190, 10)],
    [-300, 34, group(greens(22, 4))], [300, 44, group(greens(22, 6))],
  ];
  const front = [[-190, 82, cucumber(44)], [-136, 98, cucumber(44)], [-84, 108, cucumber(44)], [20, 112, eggHalf(64)], [130, 100, pool('#c22a1a', 56, 24)], [210, 78, chilli(120)]];
  return [
    ring.map(([x, y, svg]) => on(svg, x, y)),
    on(rice(440, 540, '#f6c430', { cone: true }), 0, 66),
    on([path('M-92 128Q-40 40 0 0Q40 40 92 128Q50 104 30 138Q0 110 -30 138Q-50 104 -92 128Z', linear(['#86c05a', '#4f9a3a', '#2f6a28']), { filter: plump(6, { shade: '#12300c' }) }), line('M0 10V116M-14 40L-44 112M14 40L44 112', '#2a5a24', 3, { opacity: 0.4 })], 0, -496),
    on(chilli(90), 0, -486, { turn: -100 }),
    front.map(([x, y, svg]) => on(svg, x, y)),
  ];
}

function smallCakes() {
  const names = Object.keys(cakes);
  const rows = [[-118, 3], [-62, 5], [2, 6], [72, 6], [136, 4]];
  let next = 0;
  return rows.map(([y, count]) => Array.from({ length: count }, (_, i) => on(cakes[names[(next++ * 3) % names.length]](), (i - (count - 1) / 2) * 122, y + 34, { scale: 1.14 })));
}
