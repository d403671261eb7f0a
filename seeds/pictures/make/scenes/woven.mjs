// Baskets, mats, hats and bags woven of rattan, bamboo and sedge.
import { barrel, clip, darker, downward, lighter, linear, pattern, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';
import { fromAbove, put } from '../stage.mjs';
import { folded } from '../things/cloth.mjs';
import { sedge } from '../things/motifs.mjs';
import { roundness, turned } from '../things/turned.mjs';
import { boundRim, canes, coneHat, farRim, handle, hooked, strips, woven } from '../things/weave.mjs';

const cane = '#cf964c';

export const weavings = {
  'keranjang-rotan': () => [put(thing(560, 400, [
    handle('M-250 -330Q-330 -520 -180 -520Q-110 -516 -130 -350', cane, 26), handle('M250 -330Q330 -520 180 -520Q110 -516 130 -350', cane, 26),
    farRim(310, -350, 62, cane),
    woven([[310, -350], [318, -280], [290, -130], [230, -16], [220, 0]], canes(cane, 40, 17), { rise: 62, sag: 22 }),
    path('M-316 -250Q0 -120 316 -250L306 -204Q0 -76 -306 -204Z', '#6a2a14', { opacity: 0.55 }),
    boundRim(312, -350, 62, lighter(cane, 0.1), 32), boundRim(226, -10, 24, cane, 24),
  ]), 480, 1020)],
  'tas-anjat': () => [put(thing(430, 640, [
    path('M190 -560Q330 -420 270 -150Q250 -60 200 -40', 'none', { stroke: '#8a3a1c', 'stroke-width': 30, 'stroke-linecap': 'round', filter: plump(5, { cast: 0.35 }) }),
    path('M-190 -560Q-330 -420 -270 -150Q-250 -60 -200 -40', 'none', { stroke: '#a84a24', 'stroke-width': 30, 'stroke-linecap': 'round', filter: plump(5, { cast: 0.35 }) }),
    farRim(214, -610, 46, cane),
    woven([[214, -610], [220, -560], [212, -300], [206, -30], [196, 0]], hooked('#dcae66', '#2a1c14', 17), { rise: 46, sag: 26, colour: '#d9a860' }),
    path('M-220 -560Q0 -460 220 -560V-520Q0 -420 -220 -520Z', '#241812', { opacity: 0.8 }), path('M-208 -64Q0 34 208 -64V-26Q0 74 -208 -26Z', '#241812', { opacity: 0.8 }),
    boundRim(216, -610, 46, '#b5482f', 30), boundRim(202, -8, 30, cane, 28),
    [-120, -40, 40, 120].map((x) => [line(`M${x} -596q-6 40 4 80`, '#8a3a1c', 7), ellipse(x + 4, -508, 10, 14, '#e9b23a', { filter: plump(3) })]),
  ]), 480, 1020)],
  'lampit': () => fromAbove([put(slatMat(), 480, 1060)], 130),
  'tikar-purun': () => [
    put(folded({ width: 700, folds: 5, thick: 62, depth: 330, motif: sedge([['#d9c07a', 0, 280], ['#b3262c', 30, 34], ['#2f7a48', 72, 22], ['#d9c07a', 96, 60], ['#b3262c', 160, 14], ['#2f7a48', 182, 40], ['#efe0aa', 226, 20]]) }), 480, 1020),
  ],
  'topi-seraung': () => [put(coneHat(800, 420, ['#c63b26', '#f7b92e', '#0f6a70', '#fdf2d8', '#7a2a6a', '#e2641f', '#2f7a48']), 480, 1010)],
  'bakul-bambu': () => [put(thing(470, 420, [
    woven([[250, -330], [262, -280], [270, -140], [240, -30], [226, 0]], strips('#d9bb72', 30, '#c49f52', 45), { rise: 30, sag: 16, colour: '#d9bb72' }),
    boundRim(236, -14, 24, '#a8783a', 30),
    path('M-272 -330Q-262 -470 -120 -510Q0 -530 120 -510Q262 -470 272 -330Q0 -230 -272 -330Z', '#d9bb72', { filter: plump(9, { shade: '#2a1206', depth: 0.4, light: 0.3, cast: 0.4 }) }),
    path('M-272 -330Q-262 -470 -120 -510Q0 -530 120 -510Q262 -470 272 -330Q0 -230 -272 -330Z', strips('#d9bb72', 26, '#8a5a2c', 45)),
    roundness('M-272 -330Q-262 -470 -120 -510Q0 -530 120 -510Q262 -470 272 -330Q0 -230 -272 -330Z', '#2a1206', 0.5),
    boundRim(272, -330, 50, '#b98a48', 34),
    ellipse(0, -524, 44, 20, barrel('#a8783a', 0.4), { filter: plump(5, { cast: 0.4 }) }), ellipse(0, -548, 28, 24, barrel('#b98a48', 0.5), { filter: plump(5, { cast: 0.3 }) }),
  ]), 480, 1020)],
  'tas-purun': () => [put(tote(), 480, 1020)],
};

/** A mat of rattan slats, half rolled. */
function slatMat() {
  const colour = '#d9a85a';
  const slats = pattern(19, 400, [rect(0, 0, 19, 400, 0, darker(colour, 0.5)), rect(1, 0, 17, 400, 5, linear([lighter(colour, 0.4), colour, darker(colour, 0.25)]))]);
  const flat = 'M-300 -300H400L440 0H-400Z';
  const seam = { 'stroke-dasharray': '10 9', opacity: 0.7 };
  const coil = Array.from({ length: 70 }, (_, i) => {
    const [a, r] = [i * 0.34, 12 + i * 1.15];
    return `${i ? 'L' : 'M'}${(Math.cos(a) * r).toFixed(1)} ${(Math.sin(a) * r * 0.38).toFixed(1)}`;
  }).join('');
  return thing(860, 330, [
    path(flat, slats, { filter: plump(7, { shade: '#2a1206', depth: 0.3, light: 0.3, cast: 0.4 }) }),
    path(flat, linear([['#2a1206', 0, 0.5], ['#2a1206', 0.16, 0.05], ['#ffffff', 0.5, 0.1], ['#2a1206', 1, 0.2]])),
    [0.16, 0.4, 0.64, 0.88].map((t) => line(`M${-300 - 100 * t} ${-300 + 300 * t}L${400 + 40 * t} ${-300 + 300 * t}`, '#5a2c14', 6, seam)),
    line('M-396 -6H436', '#6a3418', 16), line('M404 -298L440 0', '#6a3418', 14),
    path('M-330 -390Q-250 -420 -190 -390L-240 20Q-330 44 -430 16Z', '#c99248', { filter: plump(14, { shade: '#2a1206', depth: 0.55, light: 0.4, cast: 0.45 }) }),
    Array.from({ length: 9 }, (_, i) => line(`M${-318 + i * 15} -402L${-416 + i * 22} 22`, i % 2 ? '#8a5a2c' : '#f0cd8c', 4, { opacity: 0.65 })),
    [0.14, 0.38, 0.62, 0.86].map((t) => path(`M${-330 - 98 * t} ${-390 + 406 * t}Q${-262 - 70 * t} ${-414 + 430 * t} ${-192 - 48 * t} ${-390 + 410 * t}`, 'none', { stroke: '#5a2c14', 'stroke-width': 6, ...seam })),
    at(-334, 18, [ellipse(0, 0, 98, 40, '#6a3a18'), ellipse(0, -3, 92, 36, colour), path(coil, 'none', { stroke: '#6a3a18', 'stroke-width': 5 })]),
  ], { flat: true });
}

/** A tote bag of sedge with leather handles. */
function tote() {
  const outline = turned([[280, -440], [286, -400], [270, -200], [250, -20], [236, 0]], { sag: 12, rise: 26 });
  const strap = (d) => [path(d, 'none', { stroke: '#4a2412', 'stroke-width': 30, 'stroke-linecap': 'round', filter: plump(5, { cast: 0.35 }) }), path(d, 'none', { stroke: '#7a4020', 'stroke-width': 20, 'stroke-linecap': 'round' }), path(d, 'none', { stroke: '#e9c08a', 'stroke-width': 2.5, 'stroke-dasharray': '9 7' })];
  const tab = (x) => [rect(x - 26, -430, 52, 110, 16, downward('#8a4a26', '#5a2c16'), { filter: plump(4, { cast: 0.4 }) }), ellipse(x, -350, 8, 8, '#e9c46a'), ellipse(x, -396, 8, 8, '#e9c46a')];
  return thing(520, 440, [
    strap('M-150 -440Q-150 -700 0 -700T150 -440').map((svg) => at(20, -16, svg)),
    ellipse(0, -440, 280, 30, '#5a3414'),
    path(outline, '#d9c07a', { filter: plump(9, { shade: '#2a1206', depth: 0.35, light: 0.2, cast: 0.3 }) }),
    path(outline, strips('#dcc684', 22, '#cdb068', 0)),
    group([-300, -262, -150, -112].map((y, i) => path(`M-300 ${y}Q0 ${y + 46} 300 ${y}v24Q0 ${y + 70} -300 ${y + 24}Z`, i % 2 ? '#2f7a48' : '#b3262c', { opacity: 0.72 })).concat(
      [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((i) => path(`M${i * 62} ${-216 + (16 - i * i) * 1.3}l26 26l-26 26l-26 -26Z`, '#5a2c16', { opacity: 0.8 }))), { 'clip-path': clip(path(outline, '#000')) }),
    roundness(outline, '#2a1206', 0.4),
    boundRim(280, -440, 26, '#c9a85a', 24),
    strap('M-150 -400Q-160 -660 0 -664T150 -400'), tab(-150), tab(150),
  ]);
}
