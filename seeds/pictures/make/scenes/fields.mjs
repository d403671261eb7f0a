// Rice, roots, vegetables, plants and the crops that are dried or pressed.
import { ball, barrel, clip, darker, dice, downward, lighter, linear, mix, plump } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { crumb, grain, mound } from '../things/contents.mjs';
import { coconut, coconutHalf } from '../things/fruit.mjs';
import { cassava, clayPot, fernTip, heartLeaf, maize, oyster, seedling, spinach } from '../things/garden.mjs';
import { bottle } from '../things/glass.mjs';
import { bananaLeaf, blade, bunch, parcel, sprig } from '../things/leaves.mjs';
import { coconutMark, mark } from '../things/mark.mjs';
import { cocoaPod } from '../things/orchard.mjs';
import { pouch, sack } from '../things/packs.mjs';
import { chilli, peppercorn, root, vanillaPod } from '../things/spices.mjs';
import { board, bowl, scoop, spoon, tray } from '../things/tableware.mjs';

const lying = (svg, x, y, width = 300, options = {}) => put(thing(width, 40, svg), x, y, options);

export const fields = {
  'beras-karung': () => [
    put(sack({ width: 580, height: 480, colour: '#dcbf92', stripe: '#2c6a3a', mark: mark('1f33e', 210), contents: mound('#fbf6e8', grain('#fdfaf0', 11, 4), { count: 320, peak: 1.1 }) }), 460, 990),
    put(thing(220, 40, mound('#fbf6e8', grain('#fdfaf0', 10, 4), { count: 90 })(230, 40)), 780, 1062),
    put(scoop({ long: 330, heaped: [ellipse(-6, 0, 74, 24, '#fbf6e8'), heap(dice(2), 40, 130, 16, grain('#fdfaf0', 10, 4))] }), 720, 1050, { turn: -8, shadow: false }),
  ],
  'jagung': () => [
    put(maize(660), 620, 985, { turn: 14 }), put(maize(640), 330, 990, { turn: -15 }), put(maize(680), 478, 1040, { turn: -1 }),
  ],
  'singkong': () => {
    const roll = dice(5);
    return fromAbove([
      put(thing(640, 300, [[0, -300, 4], [-14, -226, -3], [20, -150, 2], [-6, -70, -4], [60, -8, 3]].map(([x, y, turn]) => at(x, y - 30, cassava(roll, 640, 118), { turn }))
        .concat([-120, 130].map((x) => path(`M${x} -370Q${x - 26} -190 ${x} 22`, 'none', { stroke: '#d9b26a', 'stroke-width': 20, 'stroke-linecap': 'round', filter: plump(4, { cast: 0.4 }) })))), 480, 1060),
    ], 130);
  },
  'sayur-ikat': () => [
    put(bunch(dice(3), { count: 9, long: 600, spread: 62, leafy: spinach, stem: '#9ccb6a', colour: '#3f8a34' }), 350, 985, { scale: 0.8 }),
    put(bunch(dice(9), { count: 7, long: 600, spread: 56, leafy: fernTip, stem: '#7fae4c', colour: '#2f7a3a' }), 620, 1030, { scale: 0.82 }),
  ],
  'cabai': () => [
    put(bowl({ width: 620, height: 230, colour: '#f4efe4', stripe: '#2c6a3a', inside: '#b9ad9a', contents: heap(dice(7), 54, 460, 190, (roll) => group(chilli(roll.between(150, 190), roll.pick(['#d4202a', '#e0382a', '#bf1722', '#e85a2a'])), { transform: `rotate(${Math.round(roll.between(-80, 80))}) translate(-80 0)` }), { flat: 0.16 }) }), 460, 990),
    lying(at(0, -20, chilli(230), { turn: 12 }), 650, 1050), lying(at(0, -20, chilli(210, '#bf1722'), { turn: -14 }), 200, 1066),
  ],
  'rempah-akar': () => fromAbove([
    put(board({ width: 860, depth: 320, colour: '#a8683a' }), 480, 1090),
    lying(at(0, -60, root('#dfc08a', '#f4e8b4', { long: 420, thick: 118 }), { turn: -6 }), 330, 880, 300, { shadow: false }),
    lying(at(0, -60, root('#c27a34', '#f08a14', { long: 360, thick: 96 }), { turn: 8 }), 650, 960, 300, { shadow: false }),
    lying(at(0, -60, root('#d9a08a', '#f7e9d2', { long: 400, thick: 110 }), { turn: 4 }), 350, 1050, 300, { shadow: false }),
    lying(at(0, -60, group([ellipse(0, 0, 60, 50, '#e88a14'), ellipse(0, -6, 58, 46, ball('#f5a02a', 0.4), { filter: plump(5) }), ellipse(0, -6, 34, 26, 'none', { stroke: '#c86a0c', 'stroke-width': 4, opacity: 0.5 })])), 690, 1090, 100, { shadow: false }),
  ], 150),
  'tanaman-obat': () => fromAbove([
    put(tray({ width: 820, flat: 0.42, contents: [
      at(-150, 40, heap(dice(2), 46, 330, 110, (roll) => group(blade(92, 22, roll.pick(['#8a9a58', '#6f824a', '#a3a566'])), { transform: `rotate(${Math.round(roll.between(0, 360))})` }), { flat: 0.5 })),
      at(190, 50, heap(dice(6), 34, 270, 96, (roll) => group([ellipse(2, 8, 44, 28, '#6a3a14'), ellipse(0, 0, 44, 28, linear(['#f2d6a0', '#c98a44'])), ellipse(0, 0, 26, 16, 'none', { stroke: '#a3642a', 'stroke-width': 4, opacity: 0.6 })], { transform: `rotate(${Math.round(roll.between(-40, 40))})` }), { flat: 0.5 })),
    ] }), 480, 1060),
    put(sprig({ long: 280, leaves: 4, size: 100 }), 760, 1120, { turn: 66, shadow: false }),
  ], 160),
  'bibit-polybag': () => [
    put(seedling({ width: 360, tall: 340, plant: at(0, -330, [
      line('M0 0Q10 -160 -4 -330', '#6b8a3a', 20, { filter: plump(4) }),
      [[-40, -90, 210, -32], [-20, -150, 230, -146], [0, -210, 220, -30], [0, -260, 210, -150], [0, -320, 190, -50], [-4, -326, 180, -118]].map(([x, y, long, turn]) => at(x * 0.1, y, blade(long, 54, '#4f9a3a'), { turn })),
      at(-4, -330, blade(120, 28, '#a3d068'), { turn: -88 }),
    ]) }), 480, 1010),
  ],
  'tanaman-hias': () => [
    put(thing(330, 300, clayPot(380, 290, [[-50, -0.3, 300, -58], [50, -0.3, 300, 58], [-20, 0, 360, -32], [24, 0, 370, 34], [0, 0, 430, 2], [-30, 0, 260, -84], [34, 0, 250, 86]].map(([x, , long, turn]) =>
      at(x * 0.3, 0, [line('M0 0V-130', '#7a9a4a', 9), at(0, -120, heartLeaf(long * 0.76, '#2f7a48', '#e8708a', '#fbd0d8'))], { turn })))), 480, 1020),
  ],
  'jamur-tiram': () => [
    put(thing(460, 520, growBag()), 470, 1000),
    put(thing(150, 100, oyster(132)), 800, 1050, { turn: 6 }),
  ],
  'kakao-buah': () => [
    lying(at(0, -100, cocoaPod({ long: 600 }), { turn: -10 }), 480, 900, 420),
    lying(at(0, -96, cocoaPod({ long: 560, open: true }), { turn: 6 }), 390, 1040, 420),
    put(thing(250, 60, heap(dice(8), 20, 250, 70, (roll) => group([ellipse(0, 0, 36, 24, ball(roll.pick(['#7a4326', '#8a4e2c', '#693820']), 0.35), { filter: plump(5) })], { transform: `rotate(${Math.round(roll.between(-60, 60))})` }), { flat: 0.5 })), 770, 1050),
  ],
  'lada': () => fromAbove([
    put(bananaLeaf({ width: 860, depth: 330 }), 480, 1100),
    put(thing(330, 100, heap(dice(2), 420, 340, 150, peppercorn('#efe4cb', 16), { flat: 0.36 })), 300, 1000, { shadow: false }),
    put(thing(330, 100, heap(dice(5), 420, 340, 150, peppercorn('#3f302c', 16), { flat: 0.36 })), 660, 1000, { shadow: false }),
    put(thing(240, 40, at(0, -20, [line('M-150 0Q0 20 150 -10', '#5a7a2a', 8), heap(dice(9), 60, 280, 10, peppercorn('#5fa03f', 19), { flat: 0.3 }), at(-150, 0, blade(130, 44, '#3f8a34'), { turn: 200 })], { turn: -8 })), 470, 1130, { shadow: false }),
  ]),
  'kelapa': () => [put(coconut(400), 620, 940), put(coconutHalf(480), 370, 1020), put(thing(160, 30, [at(0, -10, path('M-90 0Q0 50 90 -10Q70 30 0 46Q-70 40 -90 0Z', downward('#ffffff', '#e6dccb'), { filter: plump(5) }))]), 740, 1020)],
  'minyak-kelapa': () => [
    put(bottle({ shape: 'square', size: 2.5, liquid: '#f4e7a8', cap: '#2c6a3a', fill: 0.82, colour: '#2c6a3a', mark: coconutMark(140) }), 390, 1000),
    put(coconutHalf(310), 730, 1030),
  ],
  'gula-aren': () => fromAbove([
    put(board({ width: 860, depth: 260, colour: '#c58f58' }), 480, 1080),
    ...[[300, 880], [560, 860], [430, 780]].map(([x, y]) => put(dome(250), x, y, { shadow: false })),
    put(parcel(330, 150, '#b98f4e'), 720, 1000, { shadow: false }), put(dome(280), 330, 1030, { shadow: false }), put(dome(230), 560, 1052, { shadow: false }),
  ], 110),
  'gula-semut': () => [
    put(pouch({ width: 500, height: 700, colour: '#c99a5e', accent: '#5a2c14', mark: mark('1f334', 150), window: true, contents: mound('#a3662c', crumb('#b3743a', 5), { count: 160, peak: 1.3 }) }), 430, 995),
    put(spoon({ long: 400, heaped: [ellipse(0, -8, 56, 26, '#9a5c26'), heap(dice(3), 60, 100, 24, crumb('#b3743a', 5))] }), 680, 1060, { turn: -8 }),
  ],
  'vanili': () => fromAbove([
    put(thing(640, 200, [
      Array.from({ length: 15 }, (_, i) => at((i % 3 - 1) * 16, -30 - Math.abs(7 - i) * 2 - (14 - i) * 15, vanillaPod(dice(i + 2), 720), { turn: (i % 5 - 2) * 1.6 })),
      rect(-20, -290, 48, 300, 20, linear([lighter('#d9b26a', 0.3), '#d9b26a', darker('#d9b26a', 0.3)]), { filter: plump(5, { cast: 0.4 }) }),
    ]), 470, 1020),
    put(thing(1, 1, orchid(), {}), 690, 1010, { shadow: false }),
  ], 140),
};

const dome = (width) => thing(width, width * 0.5, [
  path(`M${-width / 2} -14C${-width * 0.5} ${-width * 0.42} ${-width * 0.26} ${-width * 0.56} 0 ${-width * 0.56}S${width * 0.5} ${-width * 0.42} ${width / 2} -14Q0 ${width * 0.14} ${-width / 2} -14Z`, ball('#8f4e22', 0.4), { filter: plump(10, { shade: '#2a0c04', depth: 0.5, light: 0.3, cast: 0.4 }) }),
  path(`M${-width * 0.32} ${-width * 0.36}Q${-width * 0.12} ${-width * 0.52} ${width * 0.1} ${-width * 0.5}Q${-width * 0.14} ${-width * 0.44} ${-width * 0.32} ${-width * 0.36}Z`, '#ffdba6', { opacity: 0.5 }),
]);

const orchid = () => group([
  [0, 72, 144, 216, 288].map((turn) => path('M0 0Q-60 -70 -16 -150Q0 -166 16 -150Q60 -70 0 0Z', linear(['#fffef0', '#f3f0b8', '#dfe08a']), { transform: `rotate(${turn})`, filter: plump(6, { shade: '#6a7a1c', depth: 0.4, light: 0.4, cast: 0.3 }) })),
  path('M-36 -6Q-44 60 0 84Q44 60 36 -6Q0 20 -36 -6Z', downward('#fff3b0', '#f3c22c'), { filter: plump(6, { cast: 0.4 }) }), ellipse(0, 6, 14, 20, mix('#f3c22c', '#b0561c', 0.5)),
]);

/** A bag of sawdust standing, a cluster of mushrooms bursting from its front. */
function growBag() {
  const bag = 'M-200 -470Q-214 -240 -206 -24Q-200 8 0 10Q200 8 206 -24Q214 -240 200 -470Q120 -500 0 -500T-200 -470Z';
  return [
    path('M-70 -500L-90 -580H90L70 -500Z', linear(['#ffffff', '#d9d2c2', '#ffffff']), { filter: plump(5, { cast: 0.2 }) }), rect(-104, -620, 208, 52, 18, barrel('#f0ead9', 0.5), { filter: plump(4) }),
    path(bag, barrel('#c99f68', 0.35), { filter: plump(14, { shade: '#3a2410', depth: 0.35, light: 0.3, cast: 0.25 }) }),
    group(heap(dice(4), 240, 390, 460, (roll) => crumb('#c99f68', 9)(roll), { flat: 0.05, top: 8 }), { 'clip-path': clip(path(bag, '#000')) }),
    path(bag, linear([['#ffffff', 0, 0.7], ['#ffffff', 0.16, 0.12], ['#ffffff', 0.8, 0.05], ['#4a2a14', 1, 0.4]])), path('M-160 -440Q-176 -240 -160 -70', 'none', { stroke: '#ffffff', 'stroke-width': 20, 'stroke-linecap': 'round', opacity: 0.6 }),
    [[-150, -300, 108, -34], [150, -306, 112, 32], [0, -350, 118, 0], [-160, -150, 124, -38], [166, -156, 126, 36], [-50, -220, 128, -10], [84, -196, 116, 14], [0, -80, 150, 0]].map(([x, y, size, turn]) => at(x, y + 40, oyster(size), { turn })),
  ];
}
