// Carving, kitchen ware, beads, clay, leather, metal, things made of used wrappers, a model boat.
import { ball, barrel, clip, darker, dice, downward, lighter, linear, mix, pattern, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { put } from '../stage.mjs';
import { block } from '../things/blocks.mjs';
import { longboat } from '../things/boats.mjs';
import { bangle, carved, clayVessel, wooden } from '../things/timber.mjs';

export const crafts = {
  'ukiran-kayu': () => [put(plaque(), 480, 1020)],
  'talenan-kayu': () => [
    put(thing(460, 680, [wooden('M-60 -560Q-62 -690 0 -694Q62 -690 60 -560Q230 -560 234 -500V-30Q230 6 190 8H-190Q-230 6 -234 -30V-500Q-230 -560 -60 -560Z', '#b9783f', 88), ellipse(0, -630, 24, 24, '#4a2410', { opacity: 0.85 }), path('M-24 -630A24 24 0 0 0 24 -630', 'none', { stroke: '#f0cd9a', 'stroke-width': 5 })]), 400, 1000),
    put(thing(130, 560, at(0, 0, [wooden('M-18 -330H18L26 -20Q0 10 -26 -20Z', '#a8642e', 88, 5), wooden('M-62 -480Q-66 -600 0 -606Q66 -600 62 -480Q50 -330 0 -318Q-50 -330 -62 -480Z', '#a8642e', 88), ellipse(0, -478, 42, 92, downward('#6a3a18', '#9a5a28'), { opacity: 0.85 })], { turn: 5 })), 720, 1020),
    put(thing(130, 560, at(0, 0, wooden('M-20 -340L-60 -390L-66 -590Q-60 -620 0 -622Q60 -620 66 -590L60 -390L20 -340L24 -16Q0 10 -24 -16Z', '#cf9a58', 88, 6), { turn: 10 })), 800, 1050, { scale: 0.86 }),
  ],
  'manik-kalung': () => [put(bust(), 480, 1030)],
  'gerabah': () => [
    put(thing(430, 460, clayVessel([[120, -470], [106, -428], [124, -388], [212, -324], [262, -222], [236, -104], [168, -24], [140, 0]], 34)), 370, 985),
    put(thing(300, 250, [
      clayVessel([[150, -250], [156, -206], [134, -146], [98, -98], [108, -40], [130, 0]], 40, '#a84e2c'),
      path('M-44 -60Q0 -110 44 -60V-8H-44Z', '#3a140a'), path('M-26 -12Q-20 -50 0 -40Q8 -66 24 -12Z', downward('#ffc94a', '#f0641c')),
      [-110, -40, 40, 110].map((x) => ellipse(x, -262 + Math.abs(x) * 0.1, 26, 18, ball('#3a3238', 0.3), { filter: plump(4) })),
    ]), 730, 1040),
  ],
  'dompet-kulit': () => [put(wallet(), 480, 1010)],
  'gelang-logam': () => [
    put(thing(560, 200, [block({ width: 520, height: 120, depth: 340, colour: '#e9e2d4', soft: 8 }).svg]), 480, 1020),
    put(thing(420, 120, bangle(236, 92, 104)), 490, 850, { shadow: false }),
    put(thing(260, 80, at(0, -20, bangle(120, 44, 46, '#d9b45a'))), 300, 1040),
  ],
  'suvenir-daur-ulang': () => [put(purse(), 450, 1000), put(flower(), 790, 1040)],
  'perahu-miniatur': () => [put(thing(700, 330, [
    [-190, 190].map((x) => wooden(`M${x - 60} 0L${x - 44} -110Q${x} -60 ${x + 44} -110L${x + 60} 0Z`, '#6a3a1c', 0, 5)), wooden('M-330 -30H330V4Q0 12 -330 4Z', '#7a4524', 0, 5),
    at(0, -86, longboat({ long: 800, hull: '#b9783f', trim: '#c63b26', roof: '#f7b92e' })),
  ]), 480, 1020)],
};

const tendrils = 'M0 180C-20 60 -150 60 -150 -30C-150 -110 -40 -110 -44 -36C-46 0 -96 0 -98 -34';

function plaque() {
  const half = (flip) => at(0, 0, [
    carved(tendrils, 15), carved('M-4 20C-30 -60 -60 -150 -160 -160C-210 -160 -214 -100 -170 -102C-146 -104 -146 -130 -164 -134', 13),
    carved('M0 200C-60 190 -150 210 -190 160C-214 124 -170 90 -146 116C-132 134 -150 150 -164 142', 13), carved('M-30 110q-50 -10 -60 -50q50 6 60 50M-60 -110q-10 -40 20 -66q20 40 -20 66', 7),
  ], { wide: flip ? -1 : 1 });
  return thing(600, 640, [
    wooden('M-110 0L-84 -130H84L110 0Z', '#6a3a1c', 88, 6),
    wooden('M-300 -610Q-300 -650 -260 -650Q0 -690 260 -650Q300 -650 300 -610V-110Q300 -72 262 -70Q0 -40 -262 -70Q-300 -72 -300 -110Z', '#a8682f', 2),
    path('M-262 -596Q-262 -614 -244 -616Q0 -648 244 -616Q262 -614 262 -596V-130Q262 -110 244 -108Q0 -80 -244 -108Q-262 -110 -262 -130Z', '#8a5224', { opacity: 0.75, stroke: '#5a2e12', 'stroke-width': 7 }),
    at(0, -370, [half(false), half(true), carved('M0 -170L34 -130L0 -90L-34 -130Z', 10), carved('M0 -60V210', 11), carved('M-26 -200q26 -40 52 0', 9)]),
  ], { depth: 0.1 });
}

/** Strands of beads on a bust of pale cloth. */
function bust() {
  const shades = ['#c8281e', '#f2b632', '#231a1a', '#fdf7ea', '#0f6a70', '#e2641f'];
  const neck = 90;
  const strand = (rx, ry, y, count, size, order) => Array.from({ length: count }, (_, i) => {
    const angle = Math.PI * (0.02 + 0.96 * i / (count - 1));
    const reach = neck / rx + (1 - neck / rx) * Math.sin(angle) ** 0.6;
    return at((-Math.cos(angle) * rx * reach).toFixed(1), (y + Math.sin(angle) * ry).toFixed(1), [ellipse(0, 0, size, size, ball(shades[order[i % order.length]], 0.55), { filter: plump(3, { cast: 0.45 }) }), ellipse(-size * 0.34, -size * 0.36, size * 0.26, size * 0.18, '#ffffff', { opacity: 0.85 })]);
  });
  const pendant = [0, 1, 2, 3, 4].map((row) => Array.from({ length: 5 - row }, (_, i) => at((i - (4 - row) / 2) * 38, -224 + row * 36, ellipse(0, 0, 17, 17, ball(shades[(i + row) % 2 ? 0 : 1], 0.55), { filter: plump(3, { cast: 0.45 }) }))));
  return thing(520, 640, [
    path('M-120 0Q-130 -30 -90 -40L-40 -70H40L90 -40Q130 -30 120 0Z', barrel('#8a5a34', 0.4)),
    path('M-88 -700Q-80 -560 -150 -520Q-300 -480 -300 -380Q-270 -180 -130 -90Q0 -30 130 -90Q270 -180 300 -380Q300 -480 150 -520Q80 -560 88 -700Q0 -670 -88 -700Z', linear(['#fbf4e6', '#efe2cb', '#cdb896']), { filter: plump(16, { shade: '#4a2a14', depth: 0.4, light: 0.4, cast: 0.2 }) }),
    path('M-88 -700Q0 -670 88 -700Q0 -726 -88 -700Z', '#a8865a'),
    strand(120, 120, -580, 17, 17, [0, 0, 1, 2, 1]), strand(180, 240, -590, 25, 18, [3, 0, 2, 0, 3, 1]), strand(236, 366, -600, 33, 19, [0, 1, 2, 1, 0, 4]), pendant,
    Array.from({ length: 7 }, (_, i) => line(`M${-15 + i * 5} -66L${-24 + i * 8} 0`, shades[i % 4], 5)),
  ]);
}

function wallet() {
  const hide = '#8a4a24';
  const stitch = { 'stroke-dasharray': '15 9', opacity: 0.95 };
  const grainy = pattern(26, 26, [[4, 5], [16, 3], [10, 14], [22, 18], [5, 22]].map(([x, y]) => ellipse(x, y, 2.6, 1.8, '#3a1606', { opacity: 0.2 })));
  const leather = (d, colour) => [path(d, linear([lighter(colour, 0.25), colour, darker(colour, 0.25)], [0, 0, 1, 0.6]), { filter: plump(11, { shade: '#2a0c04', depth: 0.5, light: 0.3, cast: 0.4 }) }), path(d, grainy)];
  return thing(640, 460, [
    at(60, -60, leather('M-290 -400Q-290 -440 -250 -440H250Q290 -440 290 -400V-30Q290 6 254 8H-254Q-290 6 -290 -30Z', darker(hide, 0.3)), { turn: 7 }),
    [['#f2b632', -70], ['#0f6a70', -44], ['#fdf7ea', -18]].map(([colour, y]) => rect(-210, y - 430, 420, 70, 14, linear([lighter(colour, 0.2), darker(colour, 0.12)]), { filter: plump(3, { cast: 0.4 }) })),
    leather('M-320 -410Q-320 -440 -290 -440H290Q320 -440 320 -410V-36Q320 0 284 2H-284Q-320 0 -320 -36Z', hide),
    line('M-296 -414H296V-40Q296 -24 280 -22H-280Q-296 -24 -296 -40Z', '#f0cd8c', 5, stitch),
    leather('M-320 -300H-10Q60 -300 60 -220Q60 -140 -10 -140H-320Z', lighter(hide, 0.08)), line('M-316 -276H-12Q36 -276 36 -220Q36 -164 -12 -164H-316', '#f0cd8c', 5, stitch),
    ellipse(-6, -220, 32, 32, radial(['#fff3c9', '#d9a93c', '#8a5a14']), { filter: plump(4, { cast: 0.5 }) }), ellipse(-6, -220, 17, 17, 'none', { stroke: '#8a5a14', 'stroke-width': 4, opacity: 0.6 }),
  ]);
}

function purse() {
  const shades = ['#c8281e', '#f2b632', '#0f7a80', '#fdf7ea', '#7a2a8a', '#3f8a34', '#e2641f', '#2468a4'];
  const cell = 46;
  const body = 'M-270 -420Q-270 -440 -250 -440H250Q270 -440 270 -420L284 -40Q284 0 246 2H-246Q-284 0 -284 -40Z';
  const roll = dice(19);
  const weave = Array.from({ length: 11 }, (_, row) => Array.from({ length: 14 }, (_, i) => {
    const [x, y] = [-300 + i * cell + (row % 2) * cell / 2, -450 + row * cell * 0.92];
    const colour = roll.pick(shades);
    return group([
      path(`M${x} ${y + cell / 2}L${x + cell / 2} ${y}L${x + cell} ${y + cell / 2}L${x + cell / 2} ${y + cell}Z`, linear([lighter(colour, 0.3), darker(colour, 0.16)], [0, 0, 1, 1]), { filter: plump(3, { depth: 0.4, light: 0.4, cast: 0.35 }) }),
      line(`M${x + cell * 0.3} ${y + cell * 0.5}L${x + cell * 0.52} ${y + cell * 0.28}`, mix(colour, '#ffffff', 0.6), 5, { opacity: 0.7 }),
    ]);
  }));
  return thing(540, 440, [
    path('M-170 -430Q-170 -690 0 -690T170 -430', 'none', { stroke: '#2a2a34', 'stroke-width': 26, 'stroke-linecap': 'round', filter: plump(5, { cast: 0.3 }) }),
    path(body, '#2a2a34', { filter: plump(10, { cast: 0.3 }) }), group(weave, { 'clip-path': clip(path(body, '#000')) }),
    path(body, linear([['#ffffff', 0, 0.25], ['#ffffff', 0.3, 0], ['#1c0c14', 1, 0.42]])),
    rect(-276, -452, 552, 40, 18, linear(['#4a4a58', '#2a2a34', '#1c1c24'])), line('M-250 -432H230', '#d9b45a', 8, { 'stroke-dasharray': '6 4' }), rect(226, -446, 52, 28, 12, barrel('#e9c46a', 0.5), { filter: plump(3) }),
  ]);
}

function flower() {
  const petals = [0, 45, 90, 135, 180, 225, 270, 315].map((turn, i) => path('M0 0Q-56 -60 0 -128Q56 -60 0 0Z', linear([['#e8486a', '#f2b632'][i % 2], ['#b0204a', '#e2841f'][i % 2]]), { transform: `rotate(${turn})`, filter: plump(6, { cast: 0.4 }) }));
  return thing(130, 400, [line('M0 0Q16 -140 0 -300', '#2f7a48', 16), at(4, -120, path('M0 0Q60 -50 120 -20Q70 30 0 0Z', '#3f9a5a', { filter: plump(5) })), at(0, -320, [petals, ellipse(0, 0, 36, 36, radial(['#fff3c9', '#0f7a80', '#0a4a50']), { filter: plump(5) })])]);
}

