// Machines and tools of those who offer services.
import { ball, barrel, darker, downward, lighter, linear, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect } from '../shapes.mjs';

const steel = linear(['#f3f6f8', '#b9c2ca', '#7f8a94']);

const soft = (size = 8, extra = {}) => ({ filter: plump(size, { shade: '#0c1420', depth: 0.45, light: 0.35, cast: 0.35, ...extra }) });

/** A sewing machine on its wooden base, needle to the left. */
export function sewingMachine(colour = '#0b5259') {
  const paint = linear([lighter(colour, 0.3), colour, darker(colour, 0.3)], [0, 0, 1, 0.5]);
  return [
    rect(-330, -70, 660, 74, 20, downward('#c58f58', '#7a4a24'), soft(7)), rect(-330, -24, 660, 10, 4, '#5a3418', { opacity: 0.5 }),
    path('M150 -70V-300Q150 -340 110 -342H-140Q-160 -342 -160 -322V-250Q-164 -232 -190 -232H-236Q-262 -232 -262 -262V-400Q-262 -450 -206 -450H210Q286 -450 286 -370V-70Z', paint, soft(13)),
    path('M150 -110H286V-70H90Q110 -110 150 -110Z', darker(colour, 0.2)),
    rect(-244, -238, 36, 60, 8, steel, soft(4)), rect(-231, -180, 11, 70, 4, steel), path('M-262 -112H-190L-200 -96H-252Z', steel, soft(3)), line('M-226 -112V-78', '#4a545c', 5),
    rect(-320, -90, 250, 22, 8, steel),
    ellipse(318, -330, 32, 96, barrel('#3a444c', 0.4), soft(6)), ellipse(330, -330, 20, 74, linear(['#e6ebef', '#98a2ac'])), ellipse(334, -330, 8, 26, '#4a545c'),
    ellipse(20, -396, 74, 34, 'none', { stroke: '#f2c54a', 'stroke-width': 6 }), line('M-20 -396q20 -26 40 0t40 0', '#f2c54a', 6), line('M-190 -424H240', '#f2c54a', 4, { opacity: 0.9 }), line('M-190 -362H120M200 -340V-110', '#f2c54a', 4, { opacity: 0.9 }),
    ellipse(-212, -330, 24, 24, steel, soft(4)), ellipse(-212, -330, 9, 9, '#4a545c'), ellipse(222, -200, 26, 26, steel, soft(4)), rect(218, -222, 8, 24, 3, '#4a545c'),
    rect(100, -496, 14, 56, 5, steel), rect(70, -560, 74, 74, 10, barrel('#d9486a', 0.5), soft(5)), [0, 1, 2, 3, 4].map((i) => line(`M72 ${-548 + i * 13}h70`, '#8a1c3c', 3, { opacity: 0.45 })), rect(62, -570, 90, 14, 6, '#f3d9a4'), rect(62, -492, 90, 12, 6, '#d9b478'),
    line('M108 -560Q-60 -620 -206 -450L-226 -236V-130', '#d9486a', 3.5),
    path('M-200 -446Q0 -466 200 -446', 'none', { stroke: '#ffffff', 'stroke-width': 12, 'stroke-linecap': 'round', opacity: 0.5 }),
  ];
}

/** A camera on a tripod. */
export function tripodCamera() {
  const leg = (x, lean) => [path(`M${x - 15} -400L${lean - 11} 0H${lean + 11}L${x + 17} -400Z`, barrel('#3a444c', 0.4), soft(4)), rect(lean - 17, -16, 34, 20, 8, '#1c2228'), rect((x + lean) / 2 - 20, -224, 40, 30, 8, '#5a646c')];
  return [
    leg(0, 20), leg(-26, -220), leg(26, 240), rect(-34, -470, 68, 90, 14, barrel('#4a545c', 0.4), soft(5)), line('M34 -430L150 -390', '#2a3238', 15), rect(-90, -496, 180, 34, 12, barrel('#2a3238', 0.4), soft(4)),
    path('M-230 -740Q-230 -770 -200 -770H-96L-66 -826H66L96 -770H200Q230 -770 230 -740V-524Q230 -494 200 -494H-200Q-230 -494 -230 -524Z', linear(['#5a646c', '#343c44', '#1c2228'], [0, 0, 1, 0.6]), soft(12)),
    rect(-230, -720, 460, 96, 0, '#8a4a24', { opacity: 0.9 }), rect(-230, -624, 460, 40, 0, '#8a4a24', { opacity: 0.9 }),
    ellipse(0, -634, 142, 142, linear(['#98a2ac', '#3a444c']), soft(8)), ellipse(0, -634, 118, 118, radial(['#2a3640', '#141c24'])), ellipse(0, -634, 92, 92, radial([['#7fc4e4', 0], ['#2a6a9a', 0.35], ['#14304a', 0.8], ['#0c1c2c', 1]], [0.4, 0.36, 0.7])), ellipse(0, -634, 46, 46, '#0c1824'),
    ellipse(-34, -672, 30, 19, '#ffffff', { opacity: 0.75, transform: 'rotate(-36 -34 -672)' }), ellipse(36, -596, 11, 8, '#ffffff', { opacity: 0.5 }),
    ellipse(176, -734, 19, 19, ball('#e0323a', 0.5)), rect(-196, -790, 66, 26, 9, steel, soft(3)), ellipse(150, -782, 34, 16, steel, soft(3)), rect(-40, -812, 80, 30, 8, '#cfe4f0', { opacity: 0.85 }),
  ];
}

/** A small outboard engine on a stand. */
export const outboard = () => [
  path('M-150 0L-60 -330H-10L40 0H0L-30 -200H-70L-110 0Z', linear(['#8a5a34', '#5a3418']), soft(6)),
  path('M-20 -330H60L80 -70Q110 -60 110 -30Q60 -10 10 -30Z', barrel('#7f8a94', 0.5), soft(7)), [[-8, 118, -60], [8, 122, 4], [0, 126, -30]].map(([dy, x, y]) => ellipse(x, y + dy, 16, 32, linear(['#d9dfe4', '#8a949c']), soft(3))), ellipse(112, -30, 18, 15, '#4a545c'),
  line('M-30 -400L-220 -440', '#2a3238', 26), rect(-260, -462, 90, 34, 17, barrel('#1c2228', 0.3), { transform: 'rotate(12 -215 -445)' }),
  path('M-80 -340Q-100 -560 -30 -600Q60 -630 130 -580Q170 -520 150 -340Q30 -310 -80 -340Z', linear(['#f0645a', '#c82a2a', '#8a1620']), soft(14)),
  path('M-76 -420Q30 -390 152 -420V-380Q30 -350 -78 -380Z', '#fdf7ea', { opacity: 0.95 }), path('M-40 -570Q30 -600 96 -566Q30 -580 -40 -570Z', '#ffffff', { opacity: 0.7 }), rect(-20, -520, 96, 14, 7, '#1c2228', { opacity: 0.6 }), rect(-20, -490, 96, 14, 7, '#1c2228', { opacity: 0.6 }),
];

/** A two-wheel hand tractor, its handles to the left. */
export function handTractor() {
  const wheel = (x, y, r) => at(x, y, [
    ellipse(0, 0, r, r, '#2a2a30', soft(7)), Array.from({ length: 16 }, (_, i) => group(path(`M-9 ${-r - 9}h18l6 26h-30Z`, '#1c1c22'), { transform: `rotate(${i * 22.5})` })),
    ellipse(0, 0, r * 0.76, r * 0.76, '#3a3a42'), ellipse(0, 0, r * 0.56, r * 0.56, radial(['#f7c64a', '#e09a1c', '#a86a0c']), soft(5)), ellipse(0, 0, r * 0.2, r * 0.2, steel), [0, 60, 120, 180, 240, 300].map((turn) => ellipse(0, -r * 0.38, r * 0.06, r * 0.06, '#5a3a0c', { transform: `rotate(${turn})` })),
  ]);
  return [
    wheel(120, -118, 100),
    line('M40 -200L-250 -330Q-300 -350 -340 -340', '#3a444c', 20), line('M60 -170L-260 -270Q-310 -286 -350 -270', '#5a646c', 20), line('M-320 -344L-376 -336M-330 -276L-386 -264', '#1c1c22', 30),
    line('M-40 -160Q-160 -120 -190 -20', '#5a646c', 18), path('M-260 -30Q-180 -70 -150 6Q-220 10 -260 -30Z', steel, soft(4)),
    path('M-60 -250H130Q150 -250 150 -230V-130H-60Z', linear(['#3f8fca', '#1c5a94', '#123e6a']), soft(7)),
    path('M60 -330H250Q286 -330 290 -290V-170H60Z', linear(['#f0645a', '#c82a2a', '#8a1620']), soft(11)), rect(96, -294, 110, 64, 10, '#8a1620'), [0, 1, 2, 3].map((i) => rect(104, -286 + i * 15, 94, 6, 3, '#f7b0a0', { opacity: 0.7 })),
    rect(-40, -372, 130, 70, 22, linear(['#f3f6f8', '#b9c2ca', '#7f8a94']), soft(7)), rect(0, -390, 50, 22, 8, '#2a3238'),
    rect(262, -260, 60, 40, 8, '#5a646c', soft(4)), line('M250 -330V-410', '#3a444c', 18), rect(236, -428, 44, 26, 8, '#2a3238'), ellipse(300, -200, 22, 22, radial(['#fff6d0', '#f2c54a']), soft(3)),
    wheel(60, -104, 122),
  ];
}

/** A hand saw lying, its grip to the right. */
export const saw = (long = 520) => group([
  path(`M${-long / 2} -26L${long * 0.22} -64V44L${-long / 2} 4${Array.from({ length: 23 }, (_, i) => `L${-long / 2 + (i + 0.5) * long * 0.72 / 23} ${20 + i * 1.7}L${-long / 2 + (i + 1) * long * 0.72 / 23} ${6 + i * 1.7}`).join('')}L${long * 0.22} 44Z`, linear(['#e6ebef', '#c3ccd4', '#8f9aa4']), soft(4)),
  path(`M${long * 0.18} -74Q${long * 0.3} -110 ${long * 0.46} -84Q${long * 0.52} -20 ${long * 0.44} 66Q${long * 0.3} 84 ${long * 0.2} 56ZM${long * 0.28} -40V30Q${long * 0.36} 44 ${long * 0.39} 20Q${long * 0.43} -30 ${long * 0.38} -44Q${long * 0.32} -54 ${long * 0.28} -40Z`, linear(['#d9904a', '#a85e24', '#74400f']), { 'fill-rule': 'evenodd', ...soft(6) }),
  [[0.22, -40], [0.22, 26]].map(([x, y]) => ellipse(long * x, y, 9, 9, '#e9c46a')),
]);

/** A claw hammer lying, its head to the left: claw above, face below. */
export const hammer = (long = 460) => group([
  rect(-long * 0.36, -19, long * 0.86, 38, 18, downward('#e3a35e', '#b5702c', '#7a4416'), soft(5)), rect(long * 0.16, -22, long * 0.34, 44, 20, downward('#4a545c', '#1c2228'), soft(4)),
  path(`M${-long * 0.44} 30V-30Q${-long * 0.44} -90 ${-long * 0.52} -126L${-long * 0.47} -134Q${-long * 0.36} -104 ${-long * 0.32} -30V30Z`, steel, soft(6)),
  rect(-long * 0.43, 22, long * 0.1, 40, 6, linear(['#d9dfe4', '#8a949c', '#5a646c']), soft(3)), rect(-long * 0.46, 56, long * 0.16, 50, 12, linear(['#ffffff', '#98a2ac', '#5a646c']), soft(5)),
]);

/** A spanner lying. */
export const spanner = (long = 440) => group(path(`M${-long * 0.5} -46Q${-long * 0.36} -90 ${-long * 0.28} -22H${long * 0.3}Q${long * 0.34} -74 ${long * 0.5} -66L${long * 0.42} -22V22L${long * 0.5} 66Q${long * 0.34} 74 ${long * 0.3} 22H${-long * 0.28}Q${-long * 0.36} 90 ${-long * 0.5} 46L${-long * 0.4} 24V-24Z`, downward('#f3f6f8', '#b9c2ca', '#6f7a84'), soft(5)));

/** A screwdriver lying, its grip to the left. */
export const screwdriver = (long = 400) => group([
  rect(0, -9, long * 0.46, 18, 4, downward('#f3f6f8', '#8a949c'), soft(3)), path(`M${long * 0.46} -9l26 -5v28l-26 -5Z`, '#98a2ac'),
  rect(-long * 0.5, -38, long * 0.5, 76, 30, downward(lighter('#e09a1c', 0.4), '#e09a1c', darker('#e09a1c', 0.3)), soft(7)), [-16, 0, 16].map((y) => line(`M${-long * 0.42} ${y}H${-long * 0.1}`, '#8a4a0c', 5, { opacity: 0.45 })), rect(-long * 0.07, -28, long * 0.08, 56, 10, '#2a3238'),
]);
