// Prawns and crabs.
import { ball, darker, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { at, ellipse, group, line, path } from '../shapes.mjs';

const bristle = (size, extra = {}) => ({ filter: plump(size, { shade: '#1c2430', depth: 0.45, light: 0.35, cast: 0.35, ...extra }) });

/** The middle line of a prawn's tail, from behind its head shield: share of the way -> place, direction and half width. */
function spine(t, s) {
  const angle = -0.35 + t * 2.35;
  const [cx, cy, r] = [s * 0.02, s * 0.18, s * 0.36];
  return { x: cx + Math.sin(angle) * r * 1.12, y: cy - Math.cos(angle) * r, turn: angle * 180 / Math.PI, half: s * (0.135 - t * 0.082) };
}

/** A prawn with the head to the left and its tail bent down to the right; `claws` gives it the long arms of a river prawn. */
export function prawn({ size = 300, colour = '#7f9a8a', stripe = '#3d5a52', claws, tail = '#3f7ab0' } = {}) {
  const s = size;
  const rings = Array.from({ length: 6 }, (_, i) => {
    const { x, y, turn, half } = spine(0.1 + i * 0.165, s);
    return at(x.toFixed(1), y.toFixed(1), [
      path(`M${-s * 0.085} ${-half * 0.98}Q0 ${-half * 1.22} ${s * 0.07} ${-half * 0.86}Q${s * 0.096} 0 ${s * 0.07} ${half * 0.8}Q0 ${half * 1.12} ${-s * 0.085} ${half}Q${-s * 0.066} 0 ${-s * 0.085} ${-half * 0.98}Z`, downward(darker(colour, 0.12), [lighter(colour, 0.32), 0.26], [colour, 0.6], darker(colour, 0.12)), bristle(s * 0.014)),
      path(`M${s * 0.036} ${-half * 0.98}Q${s * 0.074} 0 ${s * 0.036} ${half * 0.92}L${s * 0.064} ${half * 0.84}Q${s * 0.094} 0 ${s * 0.064} ${-half * 0.88}Z`, stripe, { opacity: 0.8 }),
    ], { turn });
  }).reverse();
  const swimmers = Array.from({ length: 5 }, (_, i) => {
    const { x, y, turn, half } = spine(0.12 + i * 0.165, s);
    return at(x.toFixed(1), y.toFixed(1), path(`M${-s * 0.02} ${half * 0.8}Q${-s * 0.06} ${half + s * 0.04} ${-s * 0.05} ${half + s * 0.085}Q${s * 0.01} ${half + s * 0.07} ${s * 0.03} ${half * 0.8}Z`, darker(colour, 0.18), bristle(3)), { turn });
  });
  const end = spine(1.02, s);
  const fan = at(end.x, end.y, [[-30, 0.95], [30, 0.95], [-12, 1.12], [12, 1.12]].map(([turn, k]) => group(path(`M0 ${-s * 0.028}Q${s * 0.12 * k} ${-s * 0.06} ${s * 0.19 * k} 0Q${s * 0.12 * k} ${s * 0.06} 0 ${s * 0.028}Z`, linear([colour, tail]), bristle(3)), { transform: `rotate(${turn})` })), { turn: end.turn });
  const legs = [0, 1, 2, 3].map((i) => line(`M${-s * 0.22 + i * s * 0.06} ${-s * 0.02}q${-s * 0.05} ${s * 0.08} ${-s * 0.03} ${s * 0.14}t${-s * 0.02} ${s * 0.08}`, darker(colour, 0.1), s * 0.02));
  const arm = (dy, reach) => {
    const [x, y] = [-s * 0.2 - reach, dy];
    return [
      line(`M${-s * 0.18} 0Q${-s * 0.3} ${dy * 0.9} ${-s * 0.2 - reach * 0.5} ${dy * 1.15}L${x} ${y}`, claws, s * 0.036, bristle(s * 0.008)),
      at(x, y, path(`M${s * 0.02} ${-s * 0.026}Q${-s * 0.08} ${-s * 0.07} ${-s * 0.2} ${-s * 0.03}Q${-s * 0.12} ${-s * 0.012} ${-s * 0.07} ${-s * 0.002}Q${-s * 0.12} ${s * 0.02} ${-s * 0.18} ${s * 0.055}Q${-s * 0.06} ${s * 0.056} ${s * 0.02} ${s * 0.026}Z`, claws, bristle(s * 0.01)), { turn: 8 }),
    ];
  };
  const feelers = mix(colour, '#a8341c', 0.5);
  return group([
    line(`M${-s * 0.4} ${-s * 0.14}Q${-s * 0.62} ${-s * 0.42} ${-s * 0.2} ${-s * 0.56}M${-s * 0.4} ${-s * 0.14}Q${-s * 0.74} ${-s * 0.26} ${-s * 0.5} ${-s * 0.52}`, feelers, s * 0.011),
    claws ? arm(s * 0.2, s * 0.3) : '', fan, swimmers, legs, rings,
    path(`M${-s * 0.03} ${-s * 0.27}Q${-s * 0.22} ${-s * 0.34} ${-s * 0.38} ${-s * 0.2}L${-s * 0.54} ${-s * 0.25}L${-s * 0.43} ${-s * 0.12}Q${-s * 0.36} ${s * 0.0} ${-s * 0.16} ${s * 0.03}Q${-s * 0.02} ${s * 0.02} ${s * 0.0} ${-s * 0.04}Q${s * 0.03} ${-s * 0.17} ${-s * 0.03} ${-s * 0.27}Z`, radial([lighter(colour, 0.4), colour, darker(colour, 0.2)]), bristle(s * 0.026)),
    line(`M${-s * 0.17} ${-s * 0.27}Q${-s * 0.1} ${-s * 0.14} ${-s * 0.18} ${s * 0.0}`, stripe, s * 0.02, { opacity: 0.7 }),
    line(`M${-s * 0.53} ${-s * 0.247}L${-s * 0.3} ${-s * 0.235}`, stripe, s * 0.014, { opacity: 0.7 }),
    ellipse(-s * 0.37, -s * 0.14, s * 0.028, s * 0.028, '#1c1410'), ellipse(-s * 0.378, -s * 0.15, s * 0.009, s * 0.009, '#ffffff'),
    claws ? arm(s * 0.32, s * 0.22) : '',
  ]);
}

/** A mud crab seen from the front, sitting; its foot is at (0, 0). */
export function mudCrab(size = 600, colour = '#5a6a44') {
  const s = size;
  const leg = (flip) => [0, 1, 2, 3].map((i) => at(0, 0, [
    line(`M${s * 0.2} ${-s * (0.17 + i * 0.035)}L${s * (0.42 - i * 0.008)} ${-s * (0.1 + i * 0.085)}L${s * (0.5 - i * 0.012)} ${s * (0.015 - i * 0.06)}`, darker(colour, 0.1), s * (0.05 - i * 0.004), bristle(s * 0.012)),
  ], { wide: flip }));
  const claw = (flip) => at(0, 0, [
    line(`M${s * 0.24} ${-s * 0.3}L${s * 0.36} ${-s * 0.36}`, darker(colour, 0.05), s * 0.08, bristle(s * 0.014)),
    path(`M${s * 0.32} ${-s * 0.3}Q${s * 0.24} ${-s * 0.42} ${s * 0.3} ${-s * 0.5}Q${s * 0.26} ${-s * 0.6} ${s * 0.16} ${-s * 0.66}Q${s * 0.34} ${-s * 0.7} ${s * 0.4} ${-s * 0.56}Q${s * 0.4} ${-s * 0.64} ${s * 0.34} ${-s * 0.72}Q${s * 0.52} ${-s * 0.64} ${s * 0.5} ${-s * 0.44}Q${s * 0.48} ${-s * 0.3} ${s * 0.32} ${-s * 0.3}Z`, radial([lighter(mix(colour, '#b0642c', 0.45), 0.3), mix(colour, '#a8561c', 0.5), darker(colour, 0.2)]), bristle(s * 0.022)),
    line(`M${s * 0.2} ${-s * 0.665}Q${s * 0.3} ${-s * 0.67} ${s * 0.36} ${-s * 0.56}`, '#f0e2c2', s * 0.014, { opacity: 0.7 }),
  ], { wide: flip });
  return group([
    leg(1), leg(-1), claw(1), claw(-1),
    path(`M0 ${-s * 0.4}Q${s * 0.22} ${-s * 0.42} ${s * 0.33} ${-s * 0.28}Q${s * 0.36} ${-s * 0.22} ${s * 0.28} ${-s * 0.14}Q${s * 0.14} ${-s * 0.02} 0 ${-s * 0.02}Q${-s * 0.14} ${-s * 0.02} ${-s * 0.28} ${-s * 0.14}Q${-s * 0.36} ${-s * 0.22} ${-s * 0.33} ${-s * 0.28}Q${-s * 0.22} ${-s * 0.42} 0 ${-s * 0.4}Z`, radial([[lighter(colour, 0.4), 0], [colour, 0.55], [darker(colour, 0.35), 1]], [0.4, 0.25, 0.75]), bristle(s * 0.026)),
    Array.from({ length: 9 }, (_, i) => path(`M${-s * 0.3 + i * s * 0.075 - 8} ${-s * (0.335 + 0.06 * Math.sin((i + 0.5) / 9 * Math.PI))}l8 ${-s * 0.024}l9 ${s * 0.02}Z`, darker(colour, 0.15))),
    path(`M${-s * 0.16} ${-s * 0.24}Q0 ${-s * 0.3} ${s * 0.16} ${-s * 0.24}M${-s * 0.12} ${-s * 0.14}Q0 ${-s * 0.1} ${s * 0.12} ${-s * 0.14}`, 'none', { stroke: darker(colour, 0.4), 'stroke-width': s * 0.012, opacity: 0.6, 'stroke-linecap': 'round' }),
    [-1, 1].map((flip) => at(0, 0, [line(`M${s * 0.07} ${-s * 0.37}V${-s * 0.43}`, darker(colour, 0.1), s * 0.024), ellipse(s * 0.07, -s * 0.44, s * 0.026, s * 0.026, ball('#2a2018', 0.3)), ellipse(s * 0.063, -s * 0.448, s * 0.008, s * 0.008, '#ffffff')], { wide: flip })),
  ]);
}
