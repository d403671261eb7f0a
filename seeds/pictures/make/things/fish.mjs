// Fish lying on their side with the head to the left, drawn around (0, 0), and the ice they lie on.
import { clip, darker, dice, downward, lighter, linear, pattern, plump } from '../ink.mjs';
import { at, ellipse, group, line, path } from '../shapes.mjs';

/** Body outlines as [x, y] shares of length and height: nose, back, tail root. */
const builds = {
  deep: (l, t) => `M${-l * 0.5} ${t * 0.06}C${-l * 0.44} ${-t * 0.42} ${-l * 0.16} ${-t * 0.56} ${l * 0.04} ${-t * 0.46}C${l * 0.2} ${-t * 0.36} ${l * 0.28} ${-t * 0.14} ${l * 0.36} ${-t * 0.12}V${t * 0.12}C${l * 0.28} ${t * 0.16} ${l * 0.16} ${t * 0.4} ${-l * 0.06} ${t * 0.5}C${-l * 0.26} ${t * 0.54} ${-l * 0.46} ${t * 0.34} ${-l * 0.5} ${t * 0.06}Z`,
  slim: (l, t) => `M${-l * 0.5} ${t * 0.04}C${-l * 0.42} ${-t * 0.4} ${-l * 0.22} ${-t * 0.52} ${-l * 0.02} ${-t * 0.46}C${l * 0.2} ${-t * 0.4} ${l * 0.32} ${-t * 0.12} ${l * 0.4} ${-t * 0.09}V${t * 0.09}C${l * 0.3} ${t * 0.14} ${l * 0.16} ${t * 0.42} ${-l * 0.06} ${t * 0.48}C${-l * 0.28} ${t * 0.52} ${-l * 0.44} ${t * 0.3} ${-l * 0.5} ${t * 0.04}Z`,
};

const tails = {
  fork: (l, t) => `M${l * 0.36} ${-t * 0.1}Q${l * 0.43} ${-t * 0.2} ${l * 0.52} ${-t * 0.52}Q${l * 0.455} ${-t * 0.06} ${l * 0.455} 0Q${l * 0.455} ${t * 0.06} ${l * 0.52} ${t * 0.52}Q${l * 0.43} ${t * 0.2} ${l * 0.36} ${t * 0.1}Z`,
  fan: (l, t) => `M${l * 0.34} ${-t * 0.11}Q${l * 0.4} ${-t * 0.16} ${l * 0.49} ${-t * 0.38}Q${l * 0.54} 0 ${l * 0.49} ${t * 0.38}Q${l * 0.4} ${t * 0.16} ${l * 0.34} ${t * 0.11}Z`,
};

const rays = (d, colour) => path(d, 'none', { stroke: colour, 'stroke-width': 3, opacity: 0.35, 'stroke-linecap': 'round' });

/** A whole fish; `marks` is drawn on its flank, clipped to the body. */
export function fish({ long = 560, tall = 200, back = '#5f7d6a', flank = '#c9d2c0', belly = '#f5efe0', fin, build = 'deep', tail = 'fan', scales = true, marks = '', eye = '#f4d778' }) {
  const [l, t] = [long, tall];
  const body = builds[build](l, t);
  const finPaint = linear([lighter(fin ?? back, 0.25), darker(fin ?? back, 0.12)], [0, 0, 1, 1]);
  const scale = pattern(20, 16, path('M0 0Q10 12 20 0M-10 8Q0 20 10 8M10 8Q20 20 30 8', 'none', { stroke: '#1c2a24', 'stroke-width': 1.6, opacity: 0.22 }));
  const dorsal = build === 'deep'
    ? `M${-l * 0.2} ${-t * 0.46}Q${-l * 0.16} ${-t * 0.74} ${-l * 0.02} ${-t * 0.72}Q${l * 0.14} ${-t * 0.66} ${l * 0.26} ${-t * 0.34}Q${l * 0.22} ${-t * 0.2} ${l * 0.1} ${-t * 0.36}Z`
    : `M${-l * 0.1} ${-t * 0.44}Q${-l * 0.06} ${-t * 0.76} ${l * 0.04} ${-t * 0.74}Q${l * 0.06} ${-t * 0.56} ${l * 0.12} ${-t * 0.34}Z M${l * 0.2} ${-t * 0.24}l${l * 0.05} ${-t * 0.14}l${l * 0.03} ${t * 0.22}Z`;
  return group([
    group([path(tails[tail](l, t), finPaint), path(dorsal, finPaint), path(`M${l * 0.04} ${t * 0.42}Q${l * 0.1} ${t * 0.66} ${l * 0.2} ${t * 0.62}Q${l * 0.2} ${t * 0.4} ${l * 0.24} ${t * 0.2}Z`, finPaint), path(`M${-l * 0.16} ${t * 0.46}Q${-l * 0.12} ${t * 0.68} ${-l * 0.03} ${t * 0.68}Q${-l * 0.04} ${t * 0.5} ${-l * 0.06} ${t * 0.4}Z`, finPaint)], { filter: plump(4, { depth: 0.3, light: 0.35, cast: 0.35 }) }),
    rays(`M${l * 0.4} 0L${l * 0.5} ${-t * 0.26}M${l * 0.4} 0H${l * 0.46}M${l * 0.4} 0L${l * 0.5} ${t * 0.26}`, '#1c1410'),
    path(body, downward([darker(back, 0.1), 0.02], [back, 0.2], [flank, 0.52], [belly, 0.78], [darker(belly, 0.16), 1]), { filter: plump(t * 0.06, { shade: '#1c1a24', depth: 0.4, light: 0.35, cast: 0.42 }) }),
    group([scales ? path(body, scale) : '', marks], { 'clip-path': clip(path(body, '#000')) }),
    path(`M${-l * 0.3} ${-t * 0.4}Q${-l * 0.24} 0 ${-l * 0.3} ${t * 0.4}`, 'none', { stroke: darker(back, 0.35), 'stroke-width': 5, opacity: 0.5, 'stroke-linecap': 'round' }),
    path(`M${-l * 0.24} ${t * 0.06}Q${-l * 0.14} ${-t * 0.04} ${-l * 0.06} ${t * 0.1}Q${-l * 0.12} ${t * 0.24} ${-l * 0.23} ${t * 0.16}Z`, finPaint, { opacity: 0.92, filter: plump(3, { cast: 0.3 }) }),
    line(`M${-l * 0.49} ${t * 0.1}Q${-l * 0.46} ${t * 0.14} ${-l * 0.42} ${t * 0.13}`, darker(back, 0.5), 4, { opacity: 0.6 }),
    ellipse(-l * 0.385, -t * 0.08, t * 0.075, t * 0.075, eye), ellipse(-l * 0.387, -t * 0.08, t * 0.045, t * 0.045, '#1c1410'), ellipse(-l * 0.394, -t * 0.105, t * 0.016, t * 0.016, '#ffffff'),
    path(`M${-l * 0.28} ${-t * 0.3}Q0 ${-t * 0.44} ${l * 0.24} ${-t * 0.14}Q0 ${-t * 0.32} ${-l * 0.28} ${-t * 0.3}Z`, '#ffffff', { opacity: 0.32 }),
  ]);
}

/** Slanting dark bars across a flank. */
export const bars = (long, tall, colour, count = 8, width = 14) => Array.from({ length: count }, (_, i) =>
  path(`M${-long * 0.24 + i * long * 0.075} ${-tall * 0.6}q-10 ${tall * 0.3} 4 ${tall * 0.62}`, 'none', { stroke: colour, 'stroke-width': width, opacity: 0.55, 'stroke-linecap': 'round' }));

/** Crushed ice as a bed; its foot is at (0, 0). */
export function crushedIce(width, tall, seed = 2) {
  const roll = dice(seed);
  const cubes = Array.from({ length: Math.round(width / 5) }, () => {
    const across = roll.between(-1, 1);
    const y = -roll() * tall * (1 - across * across * 0.75);
    const size = roll.between(14, 30);
    return { y, svg: at((across * width * 0.48).toFixed(1), y.toFixed(1), path(`M${-size} ${-size * 0.3}L${-size * 0.2} ${-size}L${size} ${-size * 0.4}L${size * 0.7} ${size * 0.6}L${-size * 0.5} ${size * 0.7}Z`, linear([['#ffffff', 0, 0.95], ['#cfe7fa', 0.6, 0.85], ['#9cc7e8', 1, 0.85]], [0, 0, 1, 1]), { transform: `rotate(${Math.round(roll.between(0, 360))})`, stroke: '#ffffff', 'stroke-opacity': 0.7, 'stroke-width': 2 })) };
  }).sort((a, b) => a.y - b.y);
  return group([ellipse(0, -tall * 0.3, width / 2, tall * 0.4, '#b9dbf2'), cubes.map(({ svg }) => svg)]);
}
