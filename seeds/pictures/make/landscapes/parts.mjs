// What a landscape is built of: sky, sun, ridges, trees, houses, water. Colours are given by the scene, so that light agrees.
import { blur, darker, dice, downward, lighter, linear, mix, radial } from '../ink.mjs';
import { at, ellipse, group, line, path, rect } from '../shapes.mjs';

export const [wide, high] = [1280, 800];

export const sky = (...stops) => rect(0, 0, wide, high, 0, downward(...stops));

export const sun = (x, y, r, colour) => [
  ellipse(x, y, r * 5.5, r * 5.5, radial([[colour, 0, 0.5], [colour, 0.35, 0.18], [colour, 1, 0]], [0.5, 0.5, 0.5])),
  ellipse(x, y, r * 1.55, r * 1.55, colour, { opacity: 0.28 }), ellipse(x, y, r, r, lighter(colour, 0.45)),
];

export const cloud = (x, y, size, colour = '#ffffff', opacity = 0.75) => group([
  ellipse(x, y, size, size * 0.2, colour), ellipse(x - size * 0.34, y - size * 0.1, size * 0.36, size * 0.19, colour), ellipse(x + size * 0.16, y - size * 0.17, size * 0.44, size * 0.26, colour), ellipse(x + size * 0.56, y - size * 0.05, size * 0.3, size * 0.14, colour),
], { opacity });

/** A ridge of hills from edge to edge: `rise` high above `base`. */
export function ridge(seed, base, rise, fill, { waves = 3, round = true } = {}) {
  const roll = dice(seed);
  const parts = Array.from({ length: waves }, (_, i) => [roll.between(0.6, 1.4) * (i + 1) * 2.1, roll.between(0, 6.28), 1 / (i + 1.3)]);
  const points = Array.from({ length: 65 }, (_, i) => {
    const t = i / 64;
    const sum = parts.reduce((all, [speed, shift, weight]) => all + (round ? Math.abs(Math.sin(t * speed * 1.6 + shift)) : (Math.sin(t * speed * 3 + shift) + 1) / 2) * weight, 0);
    return `L${(t * wide).toFixed(0)} ${(base - rise * sum / 1.5).toFixed(1)}`;
  });
  return path(`M0 ${high}${points.join('')}L${wide} ${high}Z`, fill);
}

/** Mist lying in a valley. */
export const mist = (y, tall, opacity = 0.6, colour = '#ffffff') => ellipse(wide / 2, y, wide * 0.62, tall, colour, { opacity, filter: blur(26) });

/** A tree with a crown of clumps; its foot is at (x, y). */
export function tree(x, y, size, colour, { slim = 1, trunk = darker(colour, 0.5), stem = 0.34 } = {}) {
  const clumps = [[0, -0.84, 0.22], [-0.2 * slim, -0.66, 0.2], [0.2 * slim, -0.67, 0.2], [-0.08 * slim, -0.5, 0.19], [0.13 * slim, -0.48, 0.17]];
  return at(x, y, [
    path(`M${-size * 0.028} 2L${-size * 0.016} ${-size * (stem + 0.2)}H${size * 0.016}L${size * 0.03} 2Z`, trunk),
    clumps.map(([cx, cy, r]) => ellipse((cx * size).toFixed(1), (cy * size).toFixed(1), (r * size).toFixed(1), (r * size * 0.92).toFixed(1), colour)),
    clumps.map(([cx, cy, r]) => ellipse(((cx - 0.05) * size).toFixed(1), ((cy - 0.05) * size).toFixed(1), (r * size * 0.62).toFixed(1), (r * size * 0.55).toFixed(1), lighter(colour, 0.22), { opacity: 0.55 })),
  ]);
}

/** Trees side by side along a base line. */
export function grove(seed, base, [low, tall], colour, { count = 26, slim = 1, from = 0, to = wide, uneven = 8 } = {}) {
  const roll = dice(seed);
  return Array.from({ length: count }, (_, i) => tree(
    +(from + (i + roll.between(0.1, 0.9)) * (to - from) / count).toFixed(0), +(base + roll.between(-uneven, uneven)).toFixed(0), +roll.between(low, tall).toFixed(0),
    mix(colour, roll() < 0.5 ? '#0c2a2a' : '#c9d98a', roll.between(0, 0.16)), { slim }));
}

/** A coconut palm. */
export const palm = (x, y, size, colour, lean = 0.1) => at(x, y, [
  path(`M${-size * 0.028} 0Q${size * lean * 0.1} ${-size * 0.45} ${size * lean} ${-size * 0.8}l${size * 0.03} 4Q${size * (lean * 0.1 + 0.05)} ${-size * 0.45} ${size * 0.03} 0Z`, mix(colour, '#6a4426', 0.7)),
  [[-8, 1], [26, 0.84], [-38, 0.92], [-74, 0.7], [188, 1], [152, 0.84], [218, 0.92]].map(([turn, k]) => at(size * (lean + 0.01), -size * 0.8, path(`M0 0Q${size * 0.2 * k} ${-size * 0.12 * (Math.abs(turn) > 90 ? -1 : 1)} ${size * 0.42 * k} ${size * 0.05 * (Math.abs(turn) > 90 ? -1 : 1)}Q${size * 0.2 * k} ${-size * 0.02 * (Math.abs(turn) > 90 ? -1 : 1)} 0 0Z`, mix(colour, '#c9d98a', k > 0.9 ? 0.2 : 0)), { turn })),
]);

/** A nipa palm: fronds straight from the mud. */
export const nipa = (x, y, size, colour) => at(x, y, [-64, 62, -44, 42, -24, 22, -4].map((turn, i) => at(0, 0, [
  line(`M0 0Q${size * 0.03} ${-size * 0.5} 0 ${-size * 0.96}`, darker(colour, 0.2), size * 0.016),
  Array.from({ length: 9 }, (_, k) => path(`M0 ${-size * (0.26 + k * 0.08)}q${size * 0.14} ${-size * 0.02} ${size * (0.2 - k * 0.012)} ${size * 0.07}q${-size * 0.12} ${-size * 0.02} ${-size * (0.2 - k * 0.012)} ${-size * 0.03}Zm0 0q${-size * 0.14} ${-size * 0.02} ${-size * (0.2 - k * 0.012)} ${size * 0.07}q${size * 0.12} ${-size * 0.02} ${size * (0.2 - k * 0.012)} ${-size * 0.03}Z`, mix(colour, '#dbe59a', (i % 3) * 0.1))),
], { turn })));

/** A banana plant with broad torn leaves. */
export const bananaPlant = (x, y, size, colour) => at(x, y, [
  path(`M${-size * 0.05} 0L${-size * 0.03} ${-size * 0.5}H${size * 0.03}L${size * 0.05} 0Z`, mix(colour, '#b9a85a', 0.5)),
  [-70, 66, -42, 40, -16, 14].map((turn, i) => at(0, -size * 0.46, [path(`M0 0Q${-size * 0.15} ${-size * 0.3} 0 ${-size * 0.64}Q${size * 0.15} ${-size * 0.3} 0 0Z`, mix(colour, '#d9e88a', (i % 3) * 0.14)), line(`M0 0V${-size * 0.58}`, '#e6efb0', size * 0.014, { opacity: 0.7 })], { turn })),
]);

/** A house on posts; `glow` lights its windows. */
export function house(x, y, w, { roof = '#b5402c', wall = '#d9a468', post = '#4a2c1c', glow = '#ffe3a0', posts = 0.3 } = {}) {
  const floor = -w * posts;
  return at(x, y, [
    [-0.4, -0.14, 0.14, 0.4].map((k) => rect(w * k - w * 0.018, floor, w * 0.036, w * posts + w * 0.02, 0, post)),
    rect(-w * 0.38, floor - w * 0.36, w * 0.76, w * 0.36, 2, linear([lighter(wall, 0.25), wall, darker(wall, 0.15)])),
    rect(-w * 0.38, floor - w * 0.36, w * 0.76, w * 0.09, 0, '#2a1206', { opacity: 0.28 }),
    [-0.22, 0.22].map((k) => rect(w * k - w * 0.07, floor - w * 0.24, w * 0.14, w * 0.13, 2, glow)), rect(-w * 0.065, floor - w * 0.25, w * 0.13, w * 0.25, 2, darker(wall, 0.5)),
    rect(-w * 0.48, floor - w * 0.02, w * 0.96, w * 0.05, 2, post),
    path(`M${-w * 0.52} ${floor - w * 0.33}L${-w * 0.3} ${floor - w * 0.62}H${w * 0.3}L${w * 0.52} ${floor - w * 0.33}Z`, linear([lighter(roof, 0.22), roof, darker(roof, 0.16)])),
    line(`M${-w * 0.31} ${floor - w * 0.62}H${w * 0.31}`, darker(roof, 0.3), w * 0.03),
  ]);
}

/** Water from `top` down, with a path of light under the sun and small waves. */
export function water(top, stops, { light, at: x = 640, seed = 3, waves = '#ffffff', bottom = high } = {}) {
  const roll = dice(seed);
  return [
    rect(0, top, wide, bottom - top, 0, downward(...stops)),
    light ? path(`M${x - 34} ${top}H${x + 34}L${x + 190} ${bottom}H${x - 190}Z`, downward([light, 0, 0.75], [light, 1, 0.05]), { filter: blur(9) }) : '',
    Array.from({ length: 60 }, () => {
      const t = roll() ** 0.8;
      const y = top + 8 + t * (bottom - top - 14);
      const long = 20 + t * 90;
      return line(`M${roll.between(-30, wide).toFixed(0)} ${y.toFixed(0)}q${(long / 2).toFixed(0)} ${(-3 - t * 5).toFixed(0)} ${long.toFixed(0)} 0`, waves, 1.5 + t * 3, { opacity: roll.between(0.12, 0.4).toFixed(2) });
    }),
    light ? Array.from({ length: 22 }, () => {
      const t = roll();
      return line(`M${(x + roll.between(-1, 1) * (30 + t * 120)).toFixed(0)} ${(top + 6 + t * (bottom - top - 20)).toFixed(0)}h${(14 + t * 60).toFixed(0)}`, light, 2 + t * 4, { opacity: 0.55 });
    }) : '',
  ];
}

/** Grass blades and reeds along the lower edge, near and dark. */
export function reeds(seed, colour, { from = 0, to = wide, tall = 130, count = 60, y = high + 6 } = {}) {
  const roll = dice(seed);
  return Array.from({ length: count }, () => {
    const x = roll.between(from, to);
    const long = tall * roll.between(0.4, 1);
    const lean = roll.between(-40, 40);
    return path(`M${(x - 5).toFixed(0)} ${y}Q${(x + lean * 0.3).toFixed(0)} ${(y - long * 0.6).toFixed(0)} ${(x + lean).toFixed(0)} ${(y - long).toFixed(0)}Q${(x + lean * 0.3 + 8).toFixed(0)} ${(y - long * 0.5).toFixed(0)} ${(x + 6).toFixed(0)} ${y}Z`, mix(colour, '#8fb05a', roll.between(0, 0.25)));
  });
}

export const birds = (x, y, colour = '#ffffff') => group([[0, 0, 1], [46, -16, 0.8], [80, 10, 0.7]].map(([dx, dy, k]) => at(x + dx, y + dy, line('M-16 -6Q-8 -12 0 0Q8 -12 16 -6', colour, 3), { scale: k })), { opacity: 0.8 });
