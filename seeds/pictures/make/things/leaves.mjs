// Leaves: as a mat under food, as a wrapping, as a sprig beside a product.
import { barrel, clip, darker, downward, lighter, linear, mix, plump } from '../ink.mjs';
import { at, ellipse, group, line, path, rect, thing } from '../shapes.mjs';

/** A piece of banana leaf lying on the floor, its rib from left to right. */
export function bananaLeaf({ width = 760, depth = 190, colour = '#4f9a3a' } = {}) {
  const half = width / 2;
  const outline = `M${-half} ${-depth * 0.46}Q${-half * 0.7} ${-depth * 1.02} ${-half * 0.1} ${-depth}Q${half * 0.62} ${-depth * 1.04} ${half} ${-depth * 0.52}Q${half * 0.74} ${-depth * 0.06} ${half * 0.2} 0L${half * 0.17} ${-depth * 0.2}L${half * 0.1} 2Q${-half * 0.66} 4 ${-half} ${-depth * 0.46}Z`;
  const veins = Array.from({ length: 34 }, (_, i) => {
    const x = -half + (i + 0.5) * width / 34;
    return line(`M${x} ${-depth * 0.49}q${16} ${depth * 0.3} ${-8} ${depth * 0.52}M${x} ${-depth * 0.49}q${20} ${-depth * 0.3} ${4} ${-depth * 0.54}`, i % 2 ? lighter(colour, 0.35) : darker(colour, 0.3), 2.5, { opacity: 0.4 });
  });
  return thing(width, depth, [
    path(outline, linear([lighter(colour, 0.28), colour, darker(colour, 0.22)]), { filter: plump(4, { shade: '#12300c', depth: 0.4, light: 0.4, cast: 0.35 }) }),
    group(veins, { 'clip-path': clip(path(outline, '#000')) }),
    path(`M${-half} ${-depth * 0.46}Q0 ${-depth * 0.62} ${half} ${-depth * 0.52}Q0 ${-depth * 0.5} ${-half} ${-depth * 0.46}Z`, mix(colour, '#e9f2b0', 0.6)),
  ], { flat: true });
}

/** One pointed leaf growing to the right from (0, 0). */
export const blade = (long, wide, colour) => group([
  path(`M0 0Q${long * 0.35} ${-wide} ${long} 0Q${long * 0.35} ${wide} 0 0Z`, downward(lighter(colour, 0.35), colour, darker(colour, 0.25)), { filter: plump(Math.max(3, wide * 0.14), { shade: '#12300c', depth: 0.4, light: 0.35, cast: 0.25 }) }),
  line(`M4 0L${long * 0.9} 0`, mix(colour, '#f0f5b8', 0.5), Math.max(2, wide * 0.07), { opacity: 0.7 }),
]);

/** A twig with leaves on both sides, growing upwards from (0, 0). */
export function sprig({ long = 260, leaves = 4, colour = '#58a046', size = 90 } = {}) {
  const pairs = Array.from({ length: leaves }, (_, i) => {
    const y = -long * (0.25 + i * 0.62 / leaves);
    const k = 1 - i * 0.12;
    return [at(0, y, blade(size * k, size * 0.3 * k, colour), { turn: -34 }), at(0, y - 14, blade(size * k, size * 0.3 * k, colour), { turn: -146 })];
  });
  return thing(size, long, [line(`M0 0Q8 ${-long * 0.5} 0 ${-long * 0.9}`, darker(colour, 0.35), 7), pairs, at(0, -long * 0.86, blade(size * 0.7, size * 0.2, colour), { turn: -90 })]);
}

/** A parcel wrapped in banana leaf, tied with a strip; lying. */
export const parcel = (width, tall, colour = '#5c9a40') => thing(width, tall, [
  path(`M${-width / 2} ${-tall * 0.5}Q${-width * 0.52} ${-tall} ${-width * 0.4} ${-tall}H${width * 0.4}Q${width * 0.52} ${-tall} ${width / 2} ${-tall * 0.5}Q${width * 0.53} 4 ${width * 0.42} 4H${-width * 0.42}Q${-width * 0.53} 4 ${-width / 2} ${-tall * 0.5}Z`, downward(lighter(colour, 0.42), colour, darker(colour, 0.35)), { filter: plump(7, { shade: '#12300c', depth: 0.5, cast: 0.4 }) }),
  Array.from({ length: 9 }, (_, i) => line(`M${-width * 0.42 + i * width * 0.105} ${-tall * 0.96}q8 ${tall * 0.5} -4 ${tall * 0.94}`, i % 2 ? lighter(colour, 0.3) : darker(colour, 0.35), 2.5, { opacity: 0.35 })),
  path(`M${-width * 0.44} ${-tall * 0.96}L${-width * 0.1} ${-tall * 0.5}L${-width * 0.44} 0`, 'none', { stroke: darker(colour, 0.45), 'stroke-width': 4, opacity: 0.4 }),
  [-0.18, 0.2].map((x) => rect(width * x - 7, -tall - 2, 14, tall + 8, 5, barrel('#d9c07a', 0.3))),
]);

/** Long thin green leaves in a bunch tied with a strip, standing a little spread. */
export function bunch(roll, { count = 16, long = 420, spread = 46, leafy, stem = '#8fc060', colour = '#3f8a34' } = {}) {
  const stalks = Array.from({ length: count }, (_, i) => {
    const turn = (i / (count - 1) - 0.5) * spread + roll.between(-3, 3);
    const tall = long * roll.between(0.82, 1);
    const tone = mix(colour, roll() < 0.5 ? '#a6d060' : '#1c5a2a', roll.between(0, 0.4));
    return { depth: roll(), svg: at((i / (count - 1) - 0.5) * 44, 0, [line(`M0 90L0 ${-tall * 0.7}`, stem, 11, { filter: plump(2.5, { cast: 0.2 }) }), leafy(tall, tone, roll)], { turn }) };
  }).sort((a, b) => a.depth - b.depth);
  return thing(260, long, at(0, -96, [stalks.map(({ svg }) => svg), rect(-44, -22, 88, 30, 10, barrel('#d8b45a', 0.4)), ellipse(34, -6, 16, 12, '#c89a3c')]));
}
