// Crackers, crisps, sweets and cookies, one piece at a time, drawn around (0, 0).
import { ball, barrel, darker, downward, lighter, linear, mix, plump, radial } from '../ink.mjs';
import { blob, ellipse, group, line, lump, path, rect } from '../shapes.mjs';

const tones = (roll, colour, spread = 0.18) => mix(colour, roll() < 0.5 ? '#fff3d0' : '#9a4a12', roll.between(0, spread));

/** A puffed fish ball cracker. */
export function amplang(roll, size = 26) {
  const colour = tones(roll, '#eec27a');
  return group([
    path(lump(roll, size, { corners: 7, uneven: 0.1, flat: 0.86 }), ball(colour, 0.6), { filter: plump(size * 0.2, { shade: '#7a3a08', depth: 0.35, light: 0.4, cast: 0.3 }) }),
    ellipse(size * 0.2, size * 0.15, size * 0.12, size * 0.08, '#8a4a12', { opacity: 0.35 }),
    ellipse(-size * 0.3, size * 0.25, size * 0.08, size * 0.06, '#8a4a12', { opacity: 0.3 }),
  ], { transform: `rotate(${Math.round(roll.between(-40, 40))})` });
}

/** A large fried cracker, puffed and frilled at the rim, with the swirl of its dough. */
export function curl(roll, size = 120, colour = '#f6cd78') {
  const tone = tones(roll, colour, 0.12);
  const reachAt = (angle) => size * (1 + 0.045 * Math.sin(angle * 11) + 0.05 * Math.sin(angle * 3 + size));
  const rim = Array.from({ length: 88 }, (_, i) => {
    const angle = i / 88 * Math.PI * 2;
    return [Math.cos(angle) * reachAt(angle), Math.sin(angle) * reachAt(angle) * 0.86].map((v) => +v.toFixed(1));
  });
  const swirl = Array.from({ length: 60 }, (_, i) => {
    const [angle, reach] = [i * 0.3, size * (0.05 + i * 0.011)];
    return `${i ? 'L' : 'M'}${(Math.cos(angle) * reach).toFixed(1)} ${(Math.sin(angle) * reach * 0.86).toFixed(1)}`;
  }).join('');
  const frill = Array.from({ length: 22 }, (_, i) => {
    const angle = i / 22 * Math.PI * 2;
    const [c, s] = [Math.cos(angle), Math.sin(angle) * 0.86];
    return line(`M${(c * size * 0.8).toFixed(1)} ${(s * size * 0.8).toFixed(1)}L${(c * size * 0.96).toFixed(1)} ${(s * size * 0.96).toFixed(1)}`, i % 2 ? '#fff3c4' : '#c4782a', size * 0.05, { opacity: 0.4 });
  });
  const bubbles = Array.from({ length: 16 }, () => {
    const [angle, reach] = [roll.between(0, 6.3), size * roll.between(0.2, 0.85)];
    const r = size * roll.between(0.025, 0.07);
    const [x, y] = [+(Math.cos(angle) * reach).toFixed(1), +(Math.sin(angle) * reach * 0.85).toFixed(1)];
    return [ellipse(x + r * 0.2, y + r * 0.25, r.toFixed(1), (r * 0.8).toFixed(1), '#b06a20', { opacity: 0.4 }), ellipse(x, y, r.toFixed(1), (r * 0.8).toFixed(1), '#fff0c2', { opacity: 0.85 })];
  });
  return group([
    path(blob(rim), radial([['#fdebb8', 0], [tone, 0.55], [mix(tone, '#d98a2c', 0.55), 1]], [0.42, 0.38, 0.62]), { filter: plump(size * 0.07, { shade: '#a85a14', depth: 0.6, light: 0.5, cast: 0.4 }) }),
    frill,
    path(swirl, 'none', { stroke: '#b9702a', 'stroke-width': size * 0.05, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', opacity: 0.5 }),
    path(swirl, 'none', { stroke: '#fff4cf', 'stroke-width': size * 0.03, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', opacity: 0.55, transform: `translate(${-size * 0.03} ${-size * 0.035})` }),
    bubbles,
  ], { transform: `rotate(${Math.round(roll.between(-60, 60))})` });
}

/** A thin dried slice, not yet fried; seen a little from above. */
export const rawSlice = (colour = '#e9d9bd') => [
  ellipse(0, 0, 120, 34, darker(colour, 0.26), { transform: 'translate(0 9)' }),
  ellipse(0, 0, 120, 34, linear([lighter(colour, 0.6), colour, darker(colour, 0.12)])),
  ellipse(0, 0, 84, 22, 'none', { stroke: darker(colour, 0.2), 'stroke-width': 3, opacity: 0.45 }),
  ellipse(0, 0, 44, 11, 'none', { stroke: darker(colour, 0.2), 'stroke-width': 3, opacity: 0.45 }),
];

/** A crisp slice of banana, cassava and the like; `dust` sprinkles something on it. */
export function crisp(roll, size = 42, colour = '#f5c54c', { flat = 0.62, dust } = {}) {
  const tone = tones(roll, colour, 0.2);
  const specks = dust ? Array.from({ length: 9 }, () => ellipse(roll.between(-0.6, 0.6) * size, roll.between(-0.5, 0.5) * size * flat, size * 0.06, size * 0.045, dust, { opacity: 0.85 })) : '';
  return group([
    path(lump(roll, size, { corners: 10, uneven: 0.07, flat }), linear([lighter(tone, 0.5), tone, darker(tone, 0.14)], [0, 0, 1, 1]), { filter: plump(size * 0.11, { shade: '#a05a10', depth: 0.5, light: 0.6, cast: 0.34 }) }),
    ellipse(0, 0, size * 0.62, size * 0.62 * flat, lighter(tone, 0.35), { opacity: 0.55 }),
    dust ? '' : [ellipse(size * 0.08, 0, size * 0.05, size * 0.05, darker(tone, 0.4), { opacity: 0.55 }), ellipse(-size * 0.1, size * 0.08, size * 0.04, size * 0.05, darker(tone, 0.4), { opacity: 0.5 })],
    specks,
  ], { transform: `rotate(${Math.round(roll.between(-70, 70))})` });
}

/** A butter cookie with a red jam eye. */
export function cookie(roll, size = 40) {
  const tone = tones(roll, '#edb968', 0.12);
  const petals = Array.from({ length: 9 }, (_, i) => ellipse(0, -size * 0.66, size * 0.3, size * 0.36, tone, { transform: `rotate(${i * 40})` }));
  return group([
    group([petals, ellipse(0, 0, size * 0.8, size * 0.8, tone)], { filter: plump(size * 0.16, { shade: '#8a4a12', depth: 0.5, light: 0.6 }) }),
    ellipse(0, 0, size * 0.34, size * 0.34, ball('#b3202a', 0.4)),
    ellipse(-size * 0.1, -size * 0.12, size * 0.09, size * 0.06, '#ffffff', { opacity: 0.8 }),
  ]);
}

/** A sweet in a twisted wrapper, lying. */
export const twisted = (colour, stripe, long = 190, thick = 70) => [
  group([
    path(`M${-long * 0.5} 0L${-long * 0.74} ${-thick * 0.5}Q${-long * 0.68} 0 ${-long * 0.74} ${thick * 0.5}Z`, lighter(colour, 0.1)),
    path(`M${long * 0.5} 0L${long * 0.74} ${-thick * 0.5}Q${long * 0.68} 0 ${long * 0.74} ${thick * 0.5}Z`, darker(colour, 0.12)),
    rect(-long / 2, -thick / 2, long, thick, thick * 0.4, downward([lighter(colour, 0.4), 0], [lighter(colour, 0.55), 0.2], [colour, 0.5], [darker(colour, 0.3), 1])),
  ], { filter: plump(6, { depth: 0.3, light: 0.35, cast: 0.45 }) }),
  [-0.26, 0, 0.26].map((x) => path(`M${long * x - 10} ${-thick / 2}q18 ${thick / 2} 0 ${thick}h20q18 ${-thick / 2} 0 ${-thick}Z`, stripe, { opacity: 0.8 })),
  line(`M${-long * 0.36} ${-thick * 0.3}H${long * 0.34}`, '#ffffff', 6, { opacity: 0.5 }),
];

/** A stick of pulled sugar with twisted ridges. */
export const pulled = (colour, long = 300, thick = 34) => [
  rect(-long / 2, -thick / 2, long, thick, thick / 2, downward([lighter(colour, 0.6), 0], [colour, 0.45], [darker(colour, 0.3), 1]), { filter: plump(5, { shade: '#7a3a08', depth: 0.4, light: 0.5, cast: 0.4 }) }),
  Array.from({ length: 11 }, (_, i) => line(`M${-long / 2 + 24 + i * (long - 48) / 10} ${-thick * 0.36}l-12 ${thick * 0.72}`, darker(colour, 0.3), 4, { opacity: 0.4 })),
];

/** A long barrel-shaped piece (sausage, roll), lying, with an optional cut face to the right. */
export const roll = (colour, long, thick, { face, rind } = {}) => [
  rect(-long / 2, -thick / 2, long, thick, thick / 2, downward([lighter(colour, 0.35), 0], [lighter(colour, 0.5), 0.22], [colour, 0.55], [darker(colour, 0.28), 1]), { filter: plump(5, { depth: 0.25, light: 0.3, cast: 0.45 }) }),
  face ? [ellipse(long / 2 - thick * 0.2, 0, thick * 0.3, thick * 0.49, rind ?? darker(colour, 0.1)), ellipse(long / 2 - thick * 0.19, 0, thick * 0.25, thick * 0.43, barrel(face, 0.3))] : '',
];
