// Crackers, crisps and sweets.
import { emoji } from '../emoji.mjs';
import { dice, lighter } from '../ink.mjs';
import { at, ellipse, group, heap, path, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { packed, smooth } from '../things/contents.mjs';
import { jar } from '../things/glass.mjs';
import { bananaLeaf } from '../things/leaves.mjs';
import { chilliMark, mark } from '../things/mark.mjs';
import { pouch } from '../things/packs.mjs';
import { amplang, cookie, crisp, curl, pulled, rawSlice, roll as sausage, twisted } from '../things/snacks.mjs';
import { board, bowl, plate, spoon } from '../things/tableware.mjs';
import { bananaHand } from '../things/fruit.mjs';

const loose = (draw, spots) => spots.map(([x, y], i) => put(thing(90, 60, draw(dice(i + 2))), x, y));

const sauceBowl = (colour, width = 250) => bowl({
  width, height: width * 0.4, colour: '#f7f1e4', stripe: '#0b5259',
  contents: [ellipse(0, 6, width * 0.45, width * 0.1, colour), ellipse(-width * 0.1, 2, width * 0.2, width * 0.035, lighter(colour, 0.5), { opacity: 0.6 })],
});

export const snacks = {
  'amplang-toples': () => [
    put(jar({ width: 470, height: 640, contents: packed('#c98a34', 60, (roll) => amplang(roll, 42)), mark: mark('1f41f', 190) }), 430, 1000),
    ...loose((roll) => amplang(roll, 52), [[742, 960], [838, 992], [724, 1030]]),
  ],
  'amplang-bungkus': () => [
    put(pouch({ width: 520, height: 740, clear: true, contents: packed('#d39a44', 54, (roll) => amplang(roll, 38)), mark: mark('1f41f', 190) }), 470, 1010),
    ...loose((roll) => amplang(roll, 46), [[800, 1010], [858, 1042]]),
  ],
  'kerupuk-ikan': () => {
    const roll = dice(4);
    const pieces = [[-190, -150, 150], [170, -170, 150], [-20, -330, 150], [-250, -70, 110], [0, -130, 165], [238, -80, 120]];
    return [put(thing(700, 420, pieces.map(([x, y, size]) => at(x, y, curl(roll, size)))), 480, 1010)];
  },
  'kerupuk-mentah': () => {
    const pile = (count) => Array.from({ length: count }, (_, i) => at((i % 3 - 1) * 4, -i * 19 - 30, rawSlice(), { scale: 1.35 }));
    const cord = (high) => path(`M-40 14Q-56 ${-high / 2} -40 ${-high}M46 14Q62 ${-high / 2} 46 ${-high}`, 'none', { stroke: '#b5482f', 'stroke-width': 11, 'stroke-linecap': 'round' });
    return [
      put(thing(330, 400, [pile(22), cord(438), at(0, -446, emojiKnot)]), 330, 970),
      put(thing(330, 260, [pile(13), cord(268), at(0, -276, emojiKnot)]), 660, 1000),
      put(thing(300, 30, at(0, -30, rawSlice(), { scale: 1.1 })), 450, 1070, { scale: 0.9 }),
    ];
  },
  'kerupuk-basah': () => fromAbove([
    put(bananaLeaf({ width: 840, depth: 230 }), 480, 1070),
    put(thing(480, 60, at(0, -50, sausage('#cfc6b8', 470, 92), { turn: -4 })), 380, 960, { shadow: false }),
    put(thing(480, 60, at(0, -50, sausage('#c8beb0', 440, 92, { face: '#e2d8c6' }), { turn: 3 })), 350, 1040, { shadow: false }),
    ...[0, 1, 2].map((i) => put(thing(90, 90, cutRound('#d9cfbe')), 630 + i * 66, 1060 - i * 8, { shadow: false })),
    put(sauceBowl('#a5602c', 300), 690, 940),
  ]),
  'keripik-pisang': () => {
    const roll = dice(11);
    return [
      put(bananaHand({ count: 3, long: 340 }), 690, 880, { turn: 4 }),
      put(bowl({ width: 600, height: 250, colour: '#0f6a70', inside: '#0a4348', stripe: '#f7b92e', contents: heap(roll, 80, 470, 180, (r) => crisp(r, 56), { flat: 0.2 }) }), 430, 1000),
      ...loose((r) => crisp(r, 52), [[760, 1000], [835, 1040]]),
    ];
  },
  'keripik-singkong': () => [
    put(thing(470, 560, [
      at(0, -560, heap(dice(6), 46, 340, 130, (r) => crisp(r, 56, '#f2dda6', { dust: '#c8321e' }), { flat: 0.15 })),
      pouch({ width: 500, height: 600, colour: '#c63b26', mark: chilliMark(150) }).svg,
    ]), 440, 1000),
    ...loose((r) => crisp(r, 62, '#f2dda6', { dust: '#c8321e' }), [[770, 960], [830, 1020], [730, 1050]]),
  ],
  'kue-kering-toples': () => [
    put(jar({ width: 620, height: 420, contents: packed('#b8792e', 92, (roll) => cookie(roll, 54)), cap: '#e9b23a', labelled: false }), 450, 1000),
    ...loose((roll) => cookie(roll, 60), [[812, 985], [760, 1055]]),
  ],
  'dodol-bungkus': () => fromAbove([
    put(board({ width: 780, depth: 190, colour: '#c08a52' }), 480, 1060),
    put(thing(300, 90, at(0, -50, twisted('#8a3d1c', '#f2c14e', 300, 96))), 330, 900, { shadow: false }),
    put(thing(300, 90, at(0, -50, twisted('#2f7a58', '#f2e3b4', 300, 96), { turn: -3 })), 600, 945, { shadow: false }),
    put(thing(360, 90, at(0, -54, sausage('#5a2a16', 330, 104, { face: '#7a3d1e', rind: '#46200f' }), { turn: 4 })), 340, 1015, { shadow: false }),
    ...[0, 1].map((i) => put(thing(90, 90, cutRound('#6f3619', '#3f1c0c')), 590 + i * 96, 1034 - i * 6, { shadow: false })),
  ]),
  'gula-gait': () => fromAbove([
    put(plate({ width: 820, rim: '#0b5259', flat: 0.46, contents: [
      [-30, -92, 6], [40, -40, -5], [-40, 14, 4], [30, 66, -4], [-10, -66, -9], [10, -8, 9], [0, 40, 2]].map(([x, y, turn], i) => at(x, y, pulled(['#d8953c', '#c87f2c', '#e2a851'][i % 3], 440, 52), { turn })) }), 480, 1030),
  ]),
  'manisan-toples': () => [
    put(jar({ width: 450, height: 620, cap: '#2c6a3a', colour: '#c98708', mark: mark('1f96d', 170), contents: (w, h) => [
      smooth('#f0bd58')(w, h), packed('none', 92, (roll) => candied(roll))(w, h * 0.94)] }), 460, 1000),
    ...loose(candied, [[775, 985], [830, 1035]]),
  ],
  'selai-toples': () => [
    put(jar({ width: 430, height: 500, cap: '#c63b26', cloth: true, colour: '#a0246a', mark: mark('1f353', 140), contents: smooth('#b01c3c') }), 440, 985),
    put(spoon({ long: 380, heaped: [ellipse(0, -8, 50, 22, '#b01c3c'), ellipse(-10, -14, 22, 7, '#f08a98', { opacity: 0.8 })] }), 690, 1050, { turn: -8 }),
    put(emoji('1f353', 150), 800, 960),
  ],
};

const emojiKnot = group([ellipse(-26, 0, 26, 13, '#c9553a', { transform: 'rotate(18)' }), ellipse(26, 0, 26, 13, '#a93f28', { transform: 'rotate(-18)' }), ellipse(0, 2, 14, 12, '#8f3220')]);

const cutRound = (face, rind = '#b9ae9e') => [ellipse(8, -44, 44, 46, rind), ellipse(0, -46, 42, 45, lighter(face, 0.1)), ellipse(-8, -54, 18, 16, lighter(face, 0.5), { opacity: 0.5 })];

const candied = (roll) => group([
  path('M-46 10Q-40 -34 0 -36T46 10Q0 34 -46 10Z', '#f4a52a'), path('M-34 4Q-28 -24 0 -26T34 4Q0 18 -34 4Z', '#ffd277', { opacity: 0.8 }),
], { transform: `rotate(${Math.round(roll.between(0, 360))})`, opacity: 0.95 });

