// What farmers and fishers need: compost, feed, nets, traps.
import { emoji } from '../emoji.mjs';
import { barrel, clip, darker, dice, linear, lighter, pattern, plump } from '../ink.mjs';
import { at, ellipse, group, heap, line, path, rect, thing } from '../shapes.mjs';
import { put } from '../stage.mjs';
import { crumb, mound } from '../things/contents.mjs';
import { mark } from '../things/mark.mjs';
import { sack } from '../things/packs.mjs';
import { roundness, turned } from '../things/turned.mjs';

const pellet = (colour) => (roll) => group([rect(-15, -9, 30, 18, 8, linear([lighter(colour, 0.35), colour, darker(colour, 0.3)], [0, 0, 0, 1]))], { transform: `rotate(${Math.round(roll.between(0, 180))})` });

export const supplies = {
  'kompos-karung': () => [
    put(sack({ width: 580, height: 440, colour: '#d9c7a4', stripe: '#2c6a3a', mark: mark('267b-fe0f', 170), contents: (w, h) => [mound('#4a3020', crumb('#4a3020', 9), { count: 210, peak: 1.1 })(w, h), at(0, -16, emoji('1f331', 300, { sink: 0.02 }).svg)] }), 460, 1010),
    put(thing(230, 50, heap(dice(7), 120, 250, 56, (roll) => crumb('#4a3020', 13)(roll), { flat: 0.4 })), 770, 1056),
  ],
  'pakan-karung': () => [
    put(sack({ width: 590, height: 480, colour: '#e9e4da', stripe: '#c63b26', mark: mark('1f413', 210), contents: (w, h) => [mound('#b5803f', crumb('#b5803f', 6), { count: 40, peak: 1.05 })(w, h), heap(dice(4), 130, w * 0.92, h * 0.9, pellet('#b98344'), { flat: 0.3 })] }), 440, 1000),
    put(thing(240, 50, heap(dice(9), 46, 260, 44, pellet('#b98344'), { flat: 0.5 })), 770, 1050),
  ],
  'jala': () => [put(net(), 480, 1020)],
  'bubu-bambu': () => [put(trap(), 480, 1010)],
};

/** A net gathered and hung over a wooden peg, with floats along its line. */
function net() {
  const mesh = pattern(56, 56, [path('M0 28L28 0L56 28L28 56Z', 'none', { stroke: '#0f5a5a', 'stroke-width': 2, opacity: 0.7, transform: 'translate(0 2)' }), path('M0 28L28 0L56 28L28 56Z', 'none', { stroke: '#e9f7ee', 'stroke-width': 4 })]);
  const body = 'M-250 -560Q-190 -600 -60 -586Q60 -600 190 -586Q262 -570 258 -500Q330 -260 352 -90Q350 -20 260 -6Q120 22 -60 4Q-260 16 -330 -30Q-360 -90 -320 -200Q-280 -360 -250 -560Z';
  const rope = 'M-330 -40Q-390 -130 -318 -190Q-200 -250 -240 -330Q-300 -420 -250 -540Q-130 -600 0 -570T250 -540Q290 -440 250 -350Q240 -270 320 -210Q390 -150 344 -50';
  const floats = [[-336, -60, 70], [-344, -150, 96], [-262, -226, 20], [-262, -310, 80], [-276, -430, 96], [-190, -574, -8], [-60, -580, 4], [70, -574, 6], [190, -572, 14], [276, -440, 84], [250, -330, 96], [284, -236, 40], [350, -160, 76], [352, -74, 96]];
  return thing(680, 580, [
    path(body, linear(['#4fae9f', '#2f8f84', '#1c6a64'], [0, 0, 1, 0.5]), { opacity: 0.85, filter: plump(14, { shade: '#0c2c2c', depth: 0.4, light: 0.3, cast: 0.3 }) }),
    group([[-0.8, '#ffffff'], [-0.35, '#0c2c2c'], [0.05, '#ffffff'], [0.4, '#0c2c2c'], [0.75, '#ffffff']].map(([x, colour]) => path(`M${x * 190} -580Q${x * 250} -300 ${x * 330} 0`, 'none', { stroke: colour, 'stroke-width': 46, opacity: 0.16 })), { 'clip-path': clip(path(body, '#000')) }),
    path(body, mesh),
    path(rope, 'none', { stroke: '#8a6a2c', 'stroke-width': 15, 'stroke-linecap': 'round' }), path(rope, 'none', { stroke: '#e9cf94', 'stroke-width': 9, 'stroke-dasharray': '13 6' }),
    floats.map(([x, y, turn], i) => at(x, y, [ellipse(0, 0, 44, 27, linear(i % 2 ? ['#fff3c9', '#f2c54a', '#c98708'] : ['#ff9a8a', '#e0482e', '#9a2a18'], [0, 0, 0, 1]), { filter: plump(5, { cast: 0.4 }) }), ellipse(-44, 0, 5, 9, '#4a2c14'), ellipse(-12, -12, 18, 6, '#ffffff', { opacity: 0.6 })], { turn })),
  ]);
}

/** A bamboo fish trap lying, its funnel mouth to the left. */
function trap() {
  const outline = turned([[150, 0], [196, 110], [190, 330], [120, 520], [40, 640], [26, 680]], { sag: 6, rise: 0 });
  const laths = Array.from({ length: 25 }, (_, i) => {
    const k = Math.sin((i - 12) / 12.4 * Math.PI / 2);
    return path(`M${150 * k} 0Q${206 * k} 110 ${192 * k} 330Q${150 * k} 470 ${30 * k} 670`, 'none', { stroke: i % 2 ? '#e3c27c' : '#c99f54', 'stroke-width': 12 - Math.abs(k) * 5 });
  });
  const hoops = [[40, 172], [150, 197], [270, 194], [390, 172], [500, 130], [590, 76]].map(([y, r]) => [path(`M${-r} ${y}Q0 ${y + r * 0.34} ${r} ${y}`, 'none', { stroke: '#6a4426', 'stroke-width': 19 }), path(`M${-r} ${y - 4}Q0 ${y + r * 0.34 - 4} ${r} ${y - 4}`, 'none', { stroke: '#b98a4c', 'stroke-width': 10 }), path(`M${-r} ${y - 2}Q0 ${y + r * 0.34 - 2} ${r} ${y - 2}`, 'none', { stroke: '#4a2c14', 'stroke-width': 12, 'stroke-dasharray': '5 25' })]);
  const mouth = Array.from({ length: 16 }, (_, i) => {
    const angle = i / 16 * Math.PI * 2;
    return line(`M${(Math.cos(angle) * 140).toFixed(0)} ${(Math.sin(angle) * 54).toFixed(0)}L${(Math.cos(angle) * 34).toFixed(0)} ${(26 + Math.sin(angle) * 12).toFixed(0)}`, i % 2 ? '#d9b468' : '#a87d3c', 8);
  });
  return thing(720, 330, at(-350, -190, [
    path(outline, '#4a2c14', { filter: plump(10, { shade: '#2a1206', depth: 0.3, light: 0.1, cast: 0.35 }) }),
    laths, hoops, roundness(outline, '#2a1206', 0.5),
    ellipse(0, 0, 154, 62, '#3a2010'), mouth, ellipse(0, 26, 34, 13, '#1c0c04'), ellipse(0, 0, 152, 60, 'none', { stroke: '#8a5a2c', 'stroke-width': 20 }), ellipse(0, -3, 152, 60, 'none', { stroke: '#d9b06a', 'stroke-width': 11 }),
    rect(-30, 668, 60, 34, 14, barrel('#b5482f', 0.4), { filter: plump(4) }),
  ], { turn: -90 }), { depth: 0.1 });
}
