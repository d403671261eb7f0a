// Hens, goats, eggs, milk, honey, nests, and what the animals leave for the fields.
import { emoji } from '../emoji.mjs';
import { ball, barrel, darker, dice, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { block } from '../things/blocks.mjs';
import { crumb, mound } from '../things/contents.mjs';
import { bottle, tumbler } from '../things/glass.mjs';
import { blade } from '../things/leaves.mjs';
import { mark } from '../things/mark.mjs';
import { sack } from '../things/packs.mjs';

const egg = (size, colour) => group([
  path(`M0 ${-size * 2.5}C${size * 0.62} ${-size * 2.5} ${size} ${-size * 1.5} ${size} ${-size * 0.95}C${size} ${-size * 0.3} ${size * 0.56} 0 0 0S${-size} ${-size * 0.3} ${-size} ${-size * 0.95}C${-size} ${-size * 1.5} ${-size * 0.62} ${-size * 2.5} 0 ${-size * 2.5}Z`, radial([lighter(colour, 0.6), colour, darker(colour, 0.25)], [0.36, 0.32, 0.75]), { filter: plump(size * 0.1, { depth: 0.35, light: 0.35, cast: 0.35 }) }),
  ellipse(-size * 0.34, -size * 1.6, size * 0.17, size * 0.32, '#ffffff', { opacity: 0.55, transform: `rotate(18 ${-size * 0.34} ${-size * 1.6})` }),
]);

const straws = (width) => heap(dice(8), 70, width, 26, (roll) => line('M-46 0L46 0', roll.pick(['#e9c96a', '#d9b04a', '#c4963a', '#f3dc8e']), 7, { transform: `rotate(${Math.round(roll.between(-40, 40))})` }), { flat: 0.3 });

export const livestock = {
  'ayam-kampung': () => [put(thing(560, 40, straws(620)), 480, 1030), put(hen(), 480, 1020, { shadow: false }), put(thing(120, 40, [at(-40, 0, egg(34, '#e2b98c')), at(40, 4, egg(34, '#d9a878'))]), 790, 1050)],
  'telur': () => fromAbove([put(eggTray(), 480, 1040)], 130),
  'kambing': () => [put(goat(), 480, 1020), put(thing(200, 60, heap(dice(3), 30, 210, 60, (roll) => group(blade(90, 14, roll.pick(['#4f9a3a', '#6ab04c', '#3f8a34'])), { transform: `rotate(${Math.round(roll.between(-160, -20))})` }))), 190, 1060)],
  'susu-botol': () => [
    put(bottle({ shape: 'milk', size: 2.6, liquid: '#fbf7ee', cap: '#3f8fca', fill: 0.86, colour: '#1c5a9a', mark: mark('1f42e', 150) }), 390, 1000),
    put(tumbler({ width: 220, height: 250, liquid: '#fbf7ee', fill: 0.8 }), 705, 1025),
  ],
  'sarang-walet': () => fromAbove([
    put(nestBox(), 480, 1050, { scale: 0.84 }),
  ], 130),
  'pupuk-karung': () => [
    put(sack({ width: 580, height: 460, colour: '#e6e0d2', stripe: '#8a5a2c', mark: mark('1f404', 200), contents: mound('#5a3c26', crumb('#5a3c26', 9), { count: 210, peak: 1.1 }) }), 440, 990),
    put(thing(230, 50, heap(dice(7), 130, 250, 60, (roll) => crumb('#5a3c26', 13)(roll), { flat: 0.4 })), 760, 1040),
    put(thing(260, 40, trowel()), 690, 1076, { turn: -10, shadow: false }),
  ],
  'madu-botol': () => [
    put(bottle({ shape: 'round', size: 2.7, liquid: '#e0900f', cap: '#5a3420', fill: 0.84, colour: '#c98708', mark: mark('1f41d', 170) }), 370, 1000),
    put(thing(260, 60, [ellipse(0, -6, 110, 26, radial(['#f7b83a', '#d98a0c'])), at(10, -30, dipper(), { turn: -32, scale: 0.84 })]), 700, 1040),
  ],
  'madu-kelulut': () => [
    put(hive(), 680, 985),
    put(bottle({ shape: 'square', size: 2.2, liquid: '#7a2f0c', cap: '#2a1a14', fill: 0.84, colour: '#5a2c14', mark: mark('1f41d', 130) }), 330, 1015),
    put(emoji('1f41d', 110), 500, 470, { shadow: false }),
  ],
};

/** A village hen, seen from the side, looking left. */
function hen() {
  const feather = (x, y, size, turn, colour) => at(x, y, path(`M0 0Q${size * 0.5} ${-size * 0.34} ${size} 0Q${size * 0.5} ${size * 0.3} 0 0Z`, colour, { filter: plump(4, { shade: '#3a1206', depth: 0.4, light: 0.3, cast: 0.25 }) }), { turn });
  const leg = (x) => [line(`M${x} -130V-14`, '#e0982c', 20), line(`M${x} -14L${x - 52} 0M${x} -14L${x + 34} 2M${x} -14L${x - 14} 8`, '#e0982c', 16)];
  return thing(430, 560, [
    [[-64, '#2c3a34'], [-46, '#3a2a24'], [-28, '#6b3418'], [-82, '#23443e'], [-12, '#8a4a20']].map(([turn, colour]) => feather(150, -300, 260, turn, colour)),
    leg(-10), leg(70),
    path('M-210 -420Q-190 -300 -196 -250Q-190 -110 30 -96Q230 -100 236 -300Q220 -330 190 -330Q120 -240 20 -300Q-70 -360 -90 -470Z', radial([['#e39a4a', 0], ['#b9622a', 0.5], ['#8a3c18', 1]]), { filter: plump(16, { shade: '#3a1206', depth: 0.5, light: 0.35, cast: 0.25 }) }),
    [[-30, -270, 190, 12, '#8a4418'], [-20, -240, 200, 22, '#a3541f'], [-10, -208, 180, 32, '#c97a34'], [-60, -290, 200, 4, '#74341a']].map(([x, y, size, turn, colour]) => feather(x, y, size, turn, colour)),
    [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((i) => at(-176 + i * 34 + row * 10, -330 + row * 40, path('M0 0Q14 26 28 0', 'none', { stroke: '#f3c27c', 'stroke-width': 6, opacity: 0.5, 'stroke-linecap': 'round' })))),
    path('M-130 -560Q-140 -610 -110 -596Q-104 -634 -74 -604Q-58 -634 -44 -594Q-20 -600 -36 -548Z', radial(['#ff6a5a', '#d4202a']), { filter: plump(6, { cast: 0.2 }) }),
    path('M-214 -412Q-224 -540 -130 -566Q-40 -572 -28 -480Q-40 -420 -80 -400Z', radial([['#eaa85a', 0], ['#c06a2c', 0.7], ['#9a4a1c', 1]]), { filter: plump(10, { shade: '#3a1206', depth: 0.4, light: 0.35, cast: 0 }) }),
    path('M-190 -506L-262 -478L-188 -462Z', linear(['#f7c648', '#e0982c']), { filter: plump(4, { cast: 0.2 }) }), line('M-256 -479L-196 -482', '#a8641a', 4),
    ellipse(-176, -436, 17, 34, ball('#e0323a', 0.4), { filter: plump(4) }),
    ellipse(-136, -506, 17, 17, '#fbe3a8'), ellipse(-138, -506, 11, 11, '#2a1410'), ellipse(-143, -511, 4, 4, '#ffffff'),
  ]);
}

/** A goat standing, brown and white, looking left. */
function goat() {
  const leg = (x, colour) => [path(`M${x - 26} -190L${x - 20} -30H${x + 20}L${x + 30} -190Z`, linear([lighter(colour, 0.2), colour, darker(colour, 0.25)])), rect(x - 23, -38, 46, 38, 8, barrel('#4a3428', 0.3))];
  const brown = '#a8622e';
  return thing(520, 560, [
    leg(-100, darker(brown, 0.25)), leg(170, darker(brown, 0.25)),
    path('M250 -372Q300 -430 316 -396Q318 -350 262 -320Z', linear([lighter(brown, 0.3), brown]), { filter: plump(6) }),
    path('M-190 -400Q-60 -416 80 -404Q250 -410 274 -320Q280 -190 200 -164Q40 -140 -130 -160Q-220 -190 -210 -300Z', radial([['#fffaf0', 0], ['#f3e8d6', 0.6], ['#cdb89c', 1]]), { filter: plump(16, { shade: '#4a2410', depth: 0.45, light: 0.35, cast: 0.25 }) }),
    path('M40 -404Q250 -416 274 -320Q280 -220 230 -180Q160 -200 150 -270Q130 -330 40 -404Z', linear([lighter(brown, 0.15), brown, darker(brown, 0.25)]), { opacity: 0.95 }),
    leg(-150, '#f3e8d6'), leg(214, brown),
    path('M-210 -280Q-250 -420 -290 -470L-190 -520Q-140 -470 -90 -404Q-110 -260 -170 -220Z', linear([lighter(brown, 0.3), brown, darker(brown, 0.15)]), { filter: plump(10, { shade: '#3a1206', depth: 0.4, light: 0.3, cast: 0.2 }) }),
    path('M-214 -560Q-190 -660 -110 -640Q-170 -620 -176 -546Z', linear(['#8a7a66', '#5a4a3c']), { filter: plump(5) }), path('M-250 -556Q-250 -660 -176 -672Q-214 -630 -214 -548Z', linear(['#a8987f', '#6a5a48']), { filter: plump(5) }),
    path('M-180 -520Q-90 -540 -66 -490Q-110 -470 -176 -486Z', linear([lighter(brown, 0.2), darker(brown, 0.2)]), { filter: plump(5) }),
    path('M-266 -566Q-180 -580 -164 -500Q-170 -430 -250 -410Q-330 -376 -372 -408Q-390 -440 -350 -470Q-310 -500 -266 -566Z', radial([['#d98f52', 0], [brown, 0.6], [darker(brown, 0.3), 1]]), { filter: plump(10, { shade: '#3a1206', depth: 0.45, light: 0.35, cast: 0.3 }) }),
    path('M-262 -562Q-236 -566 -230 -540Q-280 -470 -340 -420Q-372 -430 -350 -470Q-310 -500 -262 -562Z', '#fff6e6', { opacity: 0.9 }),
    ellipse(-228, -510, 17, 15, '#f3d27a'), rect(-241, -515, 26, 9, 4.5, '#2a1410'), ellipse(-354, -430, 8, 6, '#5a3424'), line('M-366 -408Q-340 -396 -310 -404', '#5a2c14', 5),
    path('M-320 -396Q-330 -330 -300 -310Q-280 -350 -286 -396Z', linear(['#fff6e6', '#d9c8ac']), { filter: plump(4) }),
  ]);
}

function eggTray() {
  const roll = dice(6);
  const cup = (x, y, k) => [ellipse(x, y + 16, 66 * k, 36 * k, '#8f8677'), ellipse(x, y + 12, 60 * k, 30 * k, '#6b6255')];
  const rows = [0, 1, 2, 3].map((row) => {
    const k = 0.82 + row * 0.09;
    const y = -300 + row * 92;
    return [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map((i) => [cup(i * 132 * k, y, k), at(i * 132 * k, y + 26, egg(50, roll.pick(['#dca679', '#e6b98c', '#cf9464', '#b9d6d9', '#cfe3e2'])), { scale: k })]);
  });
  return thing(800, 300, [
    path('M-360 -360H360L430 40Q430 60 410 62H-410Q-430 60 -430 40Z', downward('#a89f8f', '#cfc6b6'), { filter: plump(10, { depth: 0.3, light: 0.4, cast: 0.3 }) }),
    rows,
    path('M-430 24Q-400 4 -364 24T-300 24T-236 24T-172 24T-108 24T-44 24T20 24T84 24T148 24T212 24T276 24T340 24T430 24L424 66Q420 76 408 76H-408Q-420 76 -424 66Z', downward('#d6cdbd', '#a0968a'), { filter: plump(5, { cast: 0.3 }) }),
  ]);
}

function nestBox() {
  const nest = (x, y, scale, seed) => {
    const roll = dice(seed);
    const strands = Array.from({ length: 60 }, (_, i) => path(`M${-130 + i * 2} ${-20 + Math.abs(30 - i) * 0.2}Q${roll.between(-60, 60).toFixed(0)} ${(60 + roll.between(0, 70)).toFixed(0)} ${130 - i * 2} ${-20 + Math.abs(30 - i) * 0.2}`, 'none', { stroke: mix('#f7efdc', roll() < 0.5 ? '#ffffff' : '#c9b48c', roll()), 'stroke-width': 5, opacity: 0.8 }));
    return at(x, y, [path('M-140 -24Q0 -60 140 -24Q130 120 0 130Q-130 120 -140 -24Z', radial(['#fffdf6', '#f3e8d0', '#d9c8a4']), { filter: plump(9, { shade: '#6a4a24', depth: 0.4, light: 0.4, cast: 0.45 }) }), strands, ellipse(0, -26, 132, 24, '#c9b48c'), ellipse(0, -22, 112, 17, '#a88f66', { opacity: 0.8 })], { scale });
  };
  return thing(800, 330, [
    block({ width: 700, height: 130, depth: 560, colour: '#8e1c24', skin: { top: linear(['#6a1018', '#8e1c24']) }, top: rect(24, 24, 652, 512, 18, downward('#f3d98c', '#e0b44c')) }).svg,
    nest(-120, -190, 1.02, 3), nest(200, -196, 1.02, 5), nest(20, -262, 0.82, 8),
    at(-118, -64, [rect(-120, -36, 240, 72, 10, '#f3d98c'), rect(-104, -24, 208, 48, 6, 'none', { stroke: '#8e1c24', 'stroke-width': 4 })]),
  ]);
}

const trowel = () => group([
  rect(40, -14, 190, 28, 14, downward('#d98a4a', '#8a4a20'), { filter: plump(4, { cast: 0.4 }) }), rect(-10, -7, 60, 14, 4, downward('#cfd4d8', '#7a8288')),
  path('M-6 -44Q-120 -50 -200 0Q-120 50 -6 44Z', downward('#e6eaec', '#9aa4ac', '#6a747c'), { filter: plump(5, { cast: 0.4 }) }), line('M-180 0H-16', '#6a747c', 4, { opacity: 0.6 }),
]);

const dipper = () => group([
  rect(30, -9, 270, 18, 9, downward('#d9a05a', '#8a5424'), { filter: plump(3, { cast: 0.4 }) }),
  [-74, -50, -26, -2, 22].map((x, i) => ellipse(x, 0, 15, [34, 46, 50, 46, 34][i], linear(['#e3ac66', '#b9783a', '#8a5424']), { filter: plump(4, { cast: 0.2 }) })),
  path('M-96 10Q-40 40 40 14Q20 46 -20 44Q-70 44 -96 10Z', '#f3a81c', { opacity: 0.9 }),
]);

/** A piece of log that holds a stingless bees' colony, with round honey pots on its open side. */
function hive() {
  const roll = dice(11);
  const pots = Array.from({ length: 17 }, (_, i) => {
    const [x, y] = [-92 + (i % 5) * 46 + roll.between(-8, 8), -330 + Math.floor(i / 5) * 52 + roll.between(-6, 6)];
    return group([ellipse(x, y, 31, 29, ball(roll.pick(['#a8642a', '#8a4a1c', '#c07a34']), 0.4), { filter: plump(5, { cast: 0.4 }) }), ellipse(x, y - 4, 12, 9, '#4a1c08'), ellipse(x - 3, y - 6, 5, 3, '#f3a81c')]);
  });
  const bark = Array.from({ length: 20 }, (_, i) => line(`M${-168 + i * 18} -480q${roll.between(-8, 8).toFixed(0)} 120 0 230t${roll.between(-6, 6).toFixed(0)} 240`, i % 2 ? '#3f2412' : '#a8764a', 5, { opacity: 0.4 }));
  return thing(370, 500, [
    path('M-180 -490V-20Q-180 16 0 18T180 -20V-490Z', barrel('#7a4f2e', 0.35)), bark,
    ellipse(0, -490, 180, 46, linear(['#d9b07a', '#a8763f'])), [0.75, 0.5, 0.26].map((k) => ellipse(0, -490, 180 * k, 46 * k, 'none', { stroke: '#8a5a2c', 'stroke-width': 4, opacity: 0.6 })),
    ellipse(0, -250, 136, 150, '#3a1c0c'), ellipse(0, -250, 128, 142, '#5a2e14'), pots,
    at(0, -58, [path('M-22 0Q-34 -46 0 -54Q34 -46 22 0Z', '#c98a3c', { filter: plump(5) }), ellipse(0, -46, 16, 8, '#2a1208')]),
  ]);
}
