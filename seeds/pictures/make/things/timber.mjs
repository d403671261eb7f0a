// Wood, clay and metal.
import { barrel, clip, darker, downward, lighter, linear, mix, pattern, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, rect } from '../shapes.mjs';
import { gloss, roundness, turned } from './turned.mjs';

/** The run of fibres in a plank, to lie over its colour. */
const fibres = (colour, turn = 0) => pattern(260, 64, [
  line('M-10 10Q70 2 140 14T270 10', darker(colour, 0.5), 3, { opacity: 0.35 }), line('M-10 30Q60 40 120 28T270 32', darker(colour, 0.5), 2.4, { opacity: 0.28 }),
  line('M-10 50Q90 44 150 54T270 48', lighter(colour, 0.5), 3, { opacity: 0.4 }), ellipse(196, 40, 18, 5, 'none', { stroke: darker(colour, 0.5), 'stroke-width': 2, opacity: 0.3 }),
], `rotate(${turn})`);

/** A piece of wood of that outline with fibres and volume. */
export const wooden = (d, colour, turn = 0, soft = 8) => [
  path(d, linear([lighter(colour, 0.3), colour, darker(colour, 0.22)]), { filter: plump(soft, { shade: '#2a1206', depth: 0.45, light: 0.4, cast: 0.4 }) }),
  path(d, fibres(colour, turn)),
];

/** A carved line: its shaded groove and its lit edge. */
export const carved = (d, wide = 12, colour = '#4a2410') => [
  line(d, lighter('#d9a05a', 0.3), wide, { opacity: 0.75, transform: `translate(${wide * 0.22} ${wide * 0.26})` }), line(d, colour, wide, { opacity: 0.92 }),
];

/** A clay pot after its outline, with an opening and two rings. */
export function clayVessel(points, rise, colour = '#b85c36') {
  const outline = turned(points, { sag: 14, rise });
  const [half, top] = points[0];
  const widest = points.reduce((a, b) => (b[0] > a[0] ? b : a));
  return [
    ellipse(0, top, half, rise, lighter(colour, 0.2)), ellipse(0, top + 3, half * 0.88, rise * 0.8, darker(colour, 0.65)),
    path(outline, barrel(colour, 0.35), { filter: plump(8, { shade: '#3a1206', depth: 0.3, light: 0.2, cast: 0.25 }) }),
    group([0, 26].map((dy) => path(`M${-widest[0]} ${widest[1] - 40 + dy}Q0 ${widest[1] + 40 + dy} ${widest[0]} ${widest[1] - 40 + dy}`, 'none', { stroke: darker(colour, 0.4), 'stroke-width': 5, opacity: 0.5 })), { 'clip-path': clip(path(outline, '#000')) }),
    roundness(outline, '#3a1206', 0.4), gloss(outline, widest[0], widest[1] - 60, widest[1] + 110, 0.22),
    path(`M${-half} ${top}A${half} ${rise} 0 0 0 ${half} ${top}v14A${half} ${rise} 0 0 1 ${-half} ${top + 14}Z`, lighter(colour, 0.25), { filter: plump(4, { cast: 0.3 }) }),
  ];
}

/** A ring of metal lying, seen from a little above, engraved along its band. */
export function bangle(rx, ry, tall, colour = '#c3cbd2') {
  const metal = linear([darker(colour, 0.35), [lighter(colour, 0.8), 0.16], [colour, 0.34], [darker(colour, 0.3), 0.56], [lighter(colour, 0.7), 0.74], darker(colour, 0.45)]);
  const front = `M${-rx} ${-tall}A${rx} ${ry} 0 0 0 ${rx} ${-tall}V0A${rx} ${ry} 0 0 1 ${-rx} 0Z`;
  const marks = Array.from({ length: 15 }, (_, i) => {
    const angle = (i + 0.5) / 15 * Math.PI;
    const [x, y, k] = [-Math.cos(angle) * rx, Math.sin(angle) * ry, Math.sin(angle) * 0.8 + 0.2];
    return at(x.toFixed(1), (y - tall / 2).toFixed(1), [path('M0 -26L20 0L0 26L-20 0Z', 'none', { stroke: '#4a545c', 'stroke-width': 5 }), ellipse(0, 0, 6, 6, '#4a545c')], { wide: k.toFixed(2), opacity: 0.8 });
  });
  return [
    path(`M${-rx} ${-tall}A${rx} ${ry} 0 0 1 ${rx} ${-tall}V0A${rx} ${ry} 0 0 0 ${-rx} 0Z`, linear([darker(colour, 0.5), darker(colour, 0.15), darker(colour, 0.55)])),
    path(front, metal, { filter: plump(5, { shade: '#1c242c', depth: 0.35, light: 0.4, cast: 0.3 }) }), marks,
    path(`M${-rx} ${-tall}A${rx} ${ry} 0 0 0 ${rx} ${-tall}`, 'none', { stroke: '#ffffff', 'stroke-width': 7, opacity: 0.85 }),
    path(`M${-rx} -10A${rx} ${ry} 0 0 0 ${rx} -10`, 'none', { stroke: mix(colour, '#2a343c', 0.6), 'stroke-width': 6, opacity: 0.7 }),
  ];
}

/** A bundle of canes lying, their cut ends to the left. */
export function canes(long, rows, thick, colour = '#d9b46a') {
  return rows.flatMap((count, row) => Array.from({ length: count }, (_, i) => {
    const y = -row * thick * 0.84 - thick / 2;
    const x = (i - (count - 1) / 2) * thick * 0.62 + (row % 2) * 8;
    const tone = mix(colour, (i + row) % 3 ? '#f3dfa6' : '#a8783a', ((i * 7 + row * 5) % 6) / 9);
    return at(x, y, [
      rect(-long / 2, -thick / 2, long, thick, thick / 2, downward(lighter(tone, 0.45), tone, darker(tone, 0.4))),
      [-0.3, -0.02, 0.27].map((k) => rect(long * (k + i * 0.02), -thick / 2, 8, thick, 3, darker(tone, 0.3), { opacity: 0.5 })),
      ellipse(-long / 2 + 5, 0, thick * 0.26, thick * 0.48, darker(tone, 0.3)), ellipse(-long / 2 + 4, 0, thick * 0.2, thick * 0.4, '#f7e8c0'), ellipse(-long / 2 + 4, 0, thick * 0.08, thick * 0.16, '#c9a86a'),
    ]);
  }));
}
