// Sambal, pastes, flour, bread and cakes, chocolate, frozen goods.
import { emoji } from '../emoji.mjs';
import { ball, darker, dice, downward, lighter, linear, plump } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { block, layers } from '../things/blocks.mjs';
import { bun, fishBall, noodleNest } from '../things/bakes.mjs';
import { crumb, fluff, mound, packed } from '../things/contents.mjs';
import { coconutHalf } from '../things/fruit.mjs';
import { bottle, jar } from '../things/glass.mjs';
import { bananaLeaf, parcel } from '../things/leaves.mjs';
import { chilliMark, coconutMark, mark } from '../things/mark.mjs';
import { paperBag, pouch } from '../things/packs.mjs';
import { chilli, lemongrass, root, shallot } from '../things/spices.mjs';
import { board, scoop } from '../things/tableware.mjs';

const lying = (svg, x, y, options = {}) => put(thing(200, 40, svg), x, y, options);

const sambal = packed('#b51f16', 22, (roll) => ellipse(0, 0, roll.between(7, 15), roll.between(4, 9),
  roll.pick(['#d8341e', '#a81610', '#f0713a', '#c9261a', '#f7d9a0']), { transform: `rotate(${Math.round(roll.between(0, 180))})` }));

export const kitchen = {
  'abon-ikan': () => [
    put(jar({ width: 460, height: 620, contents: fluff('#b8742e'), cap: '#0b5259', colour: '#8e2c1c', mark: mark('1f41f', 180) }), 450, 1000),
    put(thing(220, 70, heap(dice(5), 90, 200, 60, fluffThread)), 790, 1020),
  ],
  'sambal-botol': () => [
    put(jar({ width: 420, height: 530, contents: sambal, cap: '#e9b23a', colour: '#8e1c14', mark: chilliMark(150) }), 420, 985),
    lying(at(0, -26, chilli(290), { turn: 14 }), 640, 980),
    lying(at(0, -26, chilli(270), { turn: -10 }), 620, 1055),
  ],
  'terasi-balok': () => fromAbove([
    put(bananaLeaf({ width: 860, depth: 290 }), 480, 1080),
    put(block({ width: 290, height: 120, depth: 170, colour: '#5b2d23' }), 300, 950, { shadow: false }),
    put(block({ width: 290, height: 120, depth: 170, colour: '#65342a' }), 290, 842, { shadow: false }),
    put(parcel(330, 150), 690, 950, { shadow: false }),
    put(block({ width: 260, height: 110, depth: 150, colour: '#6e3a2c', front: specks(260, 110) }), 560, 1045, { shadow: false }),
  ]),
  'bumbu-bungkus': () => [
    put(paperBag({ width: 330, height: 430, colour: '#e0bf8c', accent: '#c98708', mark: mark('1f33f', 130) }), 380, 930),
    put(paperBag({ width: 290, height: 360, colour: '#d7ae74', accent: '#8e2c1c', mark: chilliMark(110) }), 660, 960),
    put(thing(400, 60, at(0, -30, lemongrass(520), { turn: -7 })), 430, 1050),
    lying(at(0, -54, root('#e2c48e', '#f4e4b2', { long: 240, thick: 76 })), 730, 1060),
    put(thing(90, 120, shallot(46)), 240, 985), put(thing(90, 120, shallot(40, '#b8447a')), 172, 1010),
  ],
  'kecap-botol': () => [
    put(bottle({ shape: 'slim', size: 2.6, liquid: '#2c1410', clear: false, cap: '#c63b26', mark: coconutMark(150) }), 400, 1000),
    put(coconutHalf(340), 700, 1035),
  ],
  'kue-lapis': () => fromAbove([
    put(bananaLeaf({ width: 880, depth: 320 }), 480, 1090),
    ...[[300, 930], [600, 900], [400, 1030], [690, 1020]].map(([x, y]) => put(layerCake(), x, y, { shadow: false })),
  ]),
  'roti-gembong': () => fromAbove([
    put(board({ width: 820, depth: 300, colour: '#c58f58' }), 480, 1090),
    put(thing(600, 300, [2, 1, 0].map((row) => [0, 1, 2].map((i) => at((i - 1) * 196 * (1 - row * 0.05), -row * 92, bun(row))))), 480, 1040, { shadow: false }),
  ], 150),
  'cokelat-batang': () => [
    put(thing(480, 640, at(0, -380, chocolate(), { turn: 9 })), 440, 1010),
    ...[[770, 1000, 8], [830, 1055, -12], [690, 1066, -4]].map(([x, y, turn]) => put(thing(110, 70, at(0, -10, block({ width: 88, height: 40, depth: 70, colour: '#5d3020' }).svg, { turn })), x, y)),
  ],
  'tepung-bungkus': () => [
    put(paperBag({ width: 460, height: 620, colour: '#efe3cd', accent: '#0b5259', mark: mark('1f33e', 170) }), 430, 990),
    put(thing(320, 60, mound('#fbf6ea', crumb('#fffdf6', 4), { count: 60 })(330, 70)), 700, 1050),
    put(scoop({ long: 360, heaped: ellipse(-10, -4, 76, 24, '#fdf9ef') }), 690, 1070, { turn: -6, shadow: false }),
  ],
  'mi-kering': () => fromAbove([
    put(board({ width: 840, depth: 330, colour: '#b9783f' }), 480, 1100),
    ...[[300, 800], [600, 800], [210, 920], [480, 920], [750, 920], [330, 1030], [640, 1030]].map(([x, y], i) => put(thing(240, 100, noodleNest(dice(i + 1), 128)), x, y, { shadow: false })),
  ], 140),
  'makanan-beku': () => [
    put(thing(520, 640, [
      pouch({ width: 540, height: 680, clear: true, contents: packed('#b9d8ea', 92, (roll) => fishBall(roll, 56)), accent: '#1c5a9a', mark: mark('2744-fe0f', 170) }).svg,
      frost(540, 680),
    ]), 460, 1005),
    put(emoji('1f9ca', 150), 800, 1000), put(emoji('1f9ca', 120), 850, 1050),
  ],
  'tempe-daun': () => [
    put(board({ width: 840, depth: 220, colour: '#b9783f' }), 480, 1070),
    put(parcel(400, 170), 330, 910, { shadow: false }), put(parcel(380, 165), 350, 770, { shadow: false }),
    put(block({ width: 250, height: 160, depth: 130, colour: '#efe0bd', front: beans(250, 160), skin: { front: '#ead7ae' } }), 690, 935, { shadow: false }),
    ...[0, 1, 2].map((i) => put(thing(150, 160, [rect(-120, -140, 240, 140, 16, downward('#f4e8cb', '#dcc698'), { filter: plump(5, { cast: 0.4 }) }), at(-120, -140, beans(240, 140))]), 420 + i * 74, 1020 + i * 10, { shadow: false, turn: 0 })),
  ],
};

function fluffThread(roll) {
  return path(`M-16 0q10 ${roll.between(-14, 14).toFixed(1)} 18 0t18 4`, 'none', { stroke: roll.pick(['#8a4a18', '#c98a3c', '#e0ac62', '#a8642a']), 'stroke-width': 5, 'stroke-linecap': 'round', transform: `rotate(${Math.round(roll.between(0, 180))})` });
}

function specks(width, height) {
  const roll = dice(21);
  return Array.from({ length: 50 }, () => ellipse(roll.between(6, width - 6), roll.between(6, height - 6), roll.between(2, 6), roll.between(1.5, 4), roll.pick(['#3c1a12', '#8a5040', '#4a241a']), { opacity: 0.7 }));
}

function beans(width, height) {
  const roll = dice(13);
  return Array.from({ length: 26 }, () => ellipse(roll.between(20, width - 20), roll.between(16, height - 16), 17, 11, roll.pick(['#cfa765', '#d9b578', '#c49a58']), { opacity: 0.75, transform: '' }));
}

function layerCake() {
  const parts = ['#8fc56a', '#fdfaf0', '#8fc56a', '#fdfaf0', '#7fb85c', '#fdfaf0', '#8fc56a'].map((colour) => [colour, 1 / 7]);
  return block({ width: 210, height: 150, depth: 120, colour: '#7fb85c', front: layers(210, 150, parts), side: [layers(120, 150, parts), rect(0, 0, 120, 150, 0, '#2a3a10', { opacity: 0.28 })], skin: { top: linear(['#b2de8e', '#8fc56a']) } });
}

function chocolate() {
  const dark = '#53291a';
  const squares = [0, 1, 2].map((row) => [0, 1, 2].map((column) => at(-156 + column * 104, -330 + row * 110, [
    rect(0, 0, 104, 110, 6, downward(lighter(dark, 0.14), dark), { filter: plump(6, { shade: '#1c0804', depth: 0.7, light: 0.32, cast: 0 }) }),
    rect(20, 20, 64, 70, 6, linear([lighter(dark, 0.22), lighter(dark, 0.05)], [0, 0, 1, 1]), { filter: plump(4, { shade: '#1c0804', depth: 0.5, light: 0.3, cast: 0 }) }),
  ])));
  const torn = Array.from({ length: 13 }, (_, i) => `L${-196 + i * 32.6} ${-10 + (i % 2 ? -34 : 6)}`).join('');
  return group([
    squares,
    path(`M-196 -10${torn}V40H-196Z`, linear(['#f8f4ea', '#cfc6b8', '#f5efe2', '#bdb3a6']), { filter: plump(3, { cast: 0.5 }) }),
    path('M-192 20H192V350Q192 362 180 362H-180Q-192 362 -192 350Z', linear([lighter('#0b5259', 0.2), '#0b5259', darker('#0b5259', 0.25)]), { filter: plump(6, { depth: 0.4, light: 0.25, cast: 0.4 }) }),
    rect(-192, 60, 384, 26, 0, '#f7b92e'), rect(-192, 300, 384, 14, 0, '#f7b92e'),
    rect(-120, 120, 240, 150, 14, '#fffaf0'), at(0, 195, mark('1f36b', 120)),
    line('M-168 40V340', '#ffffff', 10, { opacity: 0.18 }),
  ]);
}

function frost(width, height) {
  const roll = dice(17);
  const flakes = Array.from({ length: 90 }, () => {
    const edge = roll() < 0.5 ? roll.between(-0.48, -0.3) : roll.between(0.3, 0.48);
    return ellipse((edge * width).toFixed(1), (-(roll() ** 1.6) * height * 0.86).toFixed(1), roll.between(4, 16).toFixed(1), roll.between(3, 11).toFixed(1), '#ffffff', { opacity: roll.between(0.25, 0.8).toFixed(2) });
  });
  return [flakes, ellipse(0, -10, width * 0.44, 26, ball('#ffffff', 0.2), { opacity: 0.5 })];
}
