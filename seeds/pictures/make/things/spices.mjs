// What a kitchen grinds: chillies, shallots, roots, pepper, vanilla.
import { ball, darker, downward, lighter, linear, mix, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, rect } from '../shapes.mjs';

/** A red chilli lying, its stalk to the left. */
export const chilli = (long = 190, colour = '#d4202a') => group([
  path(`M0 -${long * 0.1}Q${long * 0.5} -${long * 0.18} ${long} ${long * 0.16}Q${long * 0.5} ${long * 0.16} 0 ${long * 0.1}Q-${long * 0.04} 0 0 -${long * 0.1}Z`, downward(lighter(colour, 0.25), colour, darker(colour, 0.3)), { filter: plump(long * 0.035, { depth: 0.5, light: 0.35, cast: 0.4 }) }),
  path(`M${long * 0.1} -${long * 0.055}Q${long * 0.45} -${long * 0.1} ${long * 0.78} ${long * 0.06}Q${long * 0.45} -${long * 0.045} ${long * 0.1} -${long * 0.02}Z`, '#ffffff', { opacity: 0.6 }),
  path(`M${long * 0.05} -${long * 0.1}Q-${long * 0.06} -${long * 0.1} -${long * 0.05} -${long * 0.02}Q-${long * 0.14} -${long * 0.02} -${long * 0.22} -${long * 0.08}l-${long * 0.02} ${long * 0.045}Q-${long * 0.14} ${long * 0.05} -${long * 0.05} ${long * 0.04}Q-${long * 0.05} ${long * 0.1} ${long * 0.05} ${long * 0.1}Q${long * 0.02} 0 ${long * 0.05} -${long * 0.1}Z`, downward('#8cc152', '#3f7a2a')),
]);

/** A shallot standing on its root. */
export const shallot = (size = 60, colour = '#a83a6a') => group([
  path(`M0 ${-size * 2}Q${size * 0.16} ${-size * 1.5} ${size * 0.5} ${-size * 1.2}Q${size} ${-size * 0.75} ${size * 0.6} ${-size * 0.12}Q0 ${size * 0.16} ${-size * 0.6} ${-size * 0.12}Q${-size} ${-size * 0.75} ${-size * 0.5} ${-size * 1.2}Q${-size * 0.16} ${-size * 1.5} 0 ${-size * 2}Z`, ball(colour, 0.5), { filter: plump(size * 0.12, { depth: 0.4, light: 0.3 }) }),
  [-0.45, -0.1, 0.3].map((x) => path(`M0 ${-size * 1.6}Q${size * x * 2} ${-size * 0.8} ${size * x * 0.6} 0`, 'none', { stroke: lighter(colour, 0.4), 'stroke-width': 3, opacity: 0.5 })),
  path(`M-6 ${-size * 1.7}Q-10 ${-size * 2.1} -18 ${-size * 2.2}M4 ${-size * 1.7}Q6 ${-size * 2.2} 16 ${-size * 2.25}`, 'none', { stroke: '#c9955a', 'stroke-width': 6, 'stroke-linecap': 'round' }),
]);

/** A knobbly root with a cut end showing its flesh. */
export function root(colour, flesh, { long = 300, thick = 84 } = {}) {
  const bulge = (x, y, rx, ry, turn) => ellipse(x, y, rx, ry, downward(lighter(colour, 0.25), colour, darker(colour, 0.2)), { transform: `rotate(${turn} ${x} ${y})` });
  const rings = [-0.3, -0.18, -0.04, 0.1, 0.22].map((x) => path(`M${long * x} ${-thick * 0.42}q${thick * 0.16} ${thick * 0.4} 0 ${thick * 0.82}`, 'none', { stroke: darker(colour, 0.45), 'stroke-width': 4, opacity: 0.42 }));
  return group([
    group([
      bulge(long * 0.24, -thick * 0.62, thick * 0.36, thick * 0.6, 28), bulge(-long * 0.14, -thick * 0.66, thick * 0.34, thick * 0.56, -24),
      bulge(-long * 0.32, thick * 0.3, thick * 0.5, thick * 0.36, 16), bulge(long * 0.16, thick * 0.5, thick * 0.5, thick * 0.34, 14),
      rect(-long / 2, -thick * 0.46, long * 0.98, thick * 0.92, thick * 0.46, downward(lighter(colour, 0.32), colour, darker(colour, 0.25))),
    ], { filter: plump(thick * 0.09, { shade: '#5a2a0a', depth: 0.45, light: 0.4, cast: 0.45 }) }),
    rings,
    ellipse(long * 0.455, 0, thick * 0.27, thick * 0.43, darker(colour, 0.15)),
    ellipse(long * 0.46, 0, thick * 0.22, thick * 0.37, linear([lighter(flesh, 0.4), flesh])),
    ellipse(long * 0.46, 0, thick * 0.12, thick * 0.22, 'none', { stroke: darker(flesh, 0.2), 'stroke-width': 3, opacity: 0.5 }),
    ellipse(long * 0.24 + 12, -thick * 1.12, thick * 0.2, thick * 0.13, flesh, { transform: `rotate(24 ${long * 0.24} ${-thick})` }),
  ]);
}

/** A stalk of lemongrass lying, its root to the left. */
export const lemongrass = (long = 420) => group([
  path(`M${-long / 2} -14Q${-long * 0.3} -30 ${-long * 0.1} -16L${long / 2} -8L${long * 0.47} 4L${long / 2} 10L${-long * 0.1} 16Q${-long * 0.3} 28 ${-long / 2} 14Z`, linear(['#e9dcc0', '#cfd89a', '#7fae4c', '#4d8a36']), { filter: plump(5, { shade: '#24400c', depth: 0.5, cast: 0.4 }) }),
  line(`M${-long * 0.42} -6Q0 -8 ${long * 0.44} -2M${-long * 0.3} 8Q0 6 ${long * 0.4} 5`, '#5a7a34', 3, { opacity: 0.5 }),
  ellipse(-long / 2, 0, 8, 14, '#d9b690'),
]);

/** A pepper corn. */
export const peppercorn = (colour, size = 9) => (roll) => {
  const tone = mix(colour, roll() < 0.5 ? '#ffffff' : '#1c0a08', roll.between(0, 0.22));
  const r = size * roll.between(0.8, 1.1);
  return [ellipse(r * 0.2, r * 0.4, r, r, '#2a1008', { opacity: 0.25 }), ellipse(0, 0, r, r, ball(tone, 0.55)), path(`M${-r * 0.5} ${r * 0.2}q${r * 0.4} ${-r * 0.5} ${r * 0.9} 0`, 'none', { stroke: darker(tone, 0.4), 'stroke-width': 1.6, opacity: 0.5 })];
};

/** A roasted coffee bean. */
export const bean = (colour = '#5a301a', size = 20) => (roll) => {
  const tone = mix(colour, roll() < 0.5 ? '#c07a3c' : '#1c0a08', roll.between(0, 0.3));
  return group([
    ellipse(2, 6, size, size * 0.72, '#1c0804', { opacity: 0.35 }),
    ellipse(0, 0, size, size * 0.7, ball(tone, 0.35)),
    path(`M${-size * 0.86} 0Q${-size * 0.3} ${-size * 0.3} 0 0T${size * 0.86} 0`, 'none', { stroke: darker(tone, 0.75), 'stroke-width': size * 0.16 }),
  ], { transform: `rotate(${Math.round(roll.between(0, 180))})` });
};

/** A dark vanilla pod lying, gently bent. */
export const vanillaPod = (roll, long = 520) => {
  const bend = roll.between(-26, 26);
  const tone = mix('#3a1d12', '#6b3a22', roll());
  return group([
    path(`M${-long / 2} -4Q${-long * 0.44} -13 ${-long * 0.3} -12Q0 ${bend - 13} ${long * 0.4} -10Q${long / 2} -4 ${long / 2 + 14} -12L${long / 2 + 12} 2Q${long * 0.44} 14 ${long * 0.3} 11Q0 ${bend + 13} ${-long * 0.36} 10Q${-long / 2} 8 ${-long / 2} -4Z`, tone, { filter: plump(4, { depth: 0.5, light: 0.4, cast: 0.4 }) }),
    path(`M${-long * 0.4} -4Q0 ${bend - 4} ${long * 0.42} -2`, 'none', { stroke: lighter(tone, 0.4), 'stroke-width': 2.5, opacity: 0.5 }),
  ]);
};

/** A slice of lime or orange seen from its face. */
export const citrusFace = (size, rind, flesh) => group([
  ellipse(0, 0, size, size, ball(rind, 0.3), { filter: plump(size * 0.07, { cast: 0.4 }) }),
  ellipse(0, 0, size * 0.9, size * 0.9, lighter(flesh, 0.85)),
  Array.from({ length: 10 }, (_, i) => path(`M0 ${-size * 0.1}L${-size * 0.22} ${-size * 0.74}Q0 ${-size * 0.94} ${size * 0.22} ${-size * 0.74}Z`, linear([lighter(flesh, 0.35), flesh], [0, 0, 0, 1]), { transform: `rotate(${i * 36})` })),
  ellipse(0, 0, size * 0.08, size * 0.08, lighter(flesh, 0.85)),
  at(-size * 0.3, -size * 0.35, ellipse(0, 0, size * 0.3, size * 0.12, '#ffffff', { opacity: 0.3 }), { turn: -40 }),
]);
