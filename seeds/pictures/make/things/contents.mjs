// What fills a jar, a pouch or a sack, seen through a wall or heaped above a rim.
import { ball, blur, darker, dice, downward, lighter, mix } from '../ink.mjs';
import { at, ellipse, group, path, rect } from '../shapes.mjs';

/** Pieces packed behind a wall: a jittered grid from the floor up to the given height. */
export function packed(base, step, draw, { seed = 3, uneven = 0.3 } = {}) {
  return (width, height) => {
    const roll = dice(seed);
    const rows = Math.ceil(height / (step * 0.82));
    const columns = Math.ceil(width / step) + 2;
    const pieces = [];
    for (let row = rows - 1; row >= 0; row--) {
      for (let column = 0; column < columns; column++) {
        const x = (column - columns / 2 + (row % 2) / 2 + roll.between(-uneven, uneven)) * step;
        const y = -(row + 0.45 + roll.between(-uneven, uneven) * 0.6) * step * 0.82;
        pieces.push(at(+x.toFixed(1), +y.toFixed(1), draw(roll)));
      }
    }

    return [rect(-width / 2, -height, width, height, 0, base), pieces.join('')];
  };
}

/** A smooth filling such as jam or honey, brighter where the light comes in. */
export const smooth = (colour, extra = '') => (width, height) => [
  rect(-width / 2, -height, width, height, 0, downward(lighter(colour, 0.3), colour, darker(colour, 0.25))),
  ellipse(-width * 0.18, -height * 0.6, width * 0.16, height * 0.3, lighter(colour, 0.5), { opacity: 0.35, filter: blur(18) }),
  ellipse(0, -height, width / 2, 9, lighter(colour, 0.45)),
  extra,
];

/** Fine grain (rice, sugar, flour, soil) as a mound above a rim; `speck(roll)` draws one grain. */
export function mound(colour, speck, { count = 150, seed = 5, peak = 1 } = {}) {
  return (width, height) => {
    const roll = dice(seed);
    const outline = `M${-width / 2} 0Q${-width * 0.36} ${-height * 0.5} ${-width * 0.14} ${-height * 0.94 * peak}Q0 ${-height * 1.08 * peak} ${width * 0.14} ${-height * 0.94 * peak}Q${width * 0.36} ${-height * 0.5} ${width / 2} 0Q0 ${height * 0.5} ${-width / 2} 0Z`;
    const grains = Array.from({ length: count }, () => {
      const across = roll.between(-1, 1);
      const y = height * 0.2 - roll() * height * 1.1 * (1 - Math.abs(across) ** 1.5);
      return at(+(across * width * 0.48).toFixed(1), +y.toFixed(1), speck(roll));
    });
    return [path(outline, ball(colour, 0.5)), group(grains)];
  };
}

/** One long grain, e.g. of rice. */
export const grain = (colour, long = 9, thick = 3.4) => (roll) => ellipse(0, 0, long, thick,
  mix(colour, roll() < 0.5 ? '#ffffff' : '#6b4a2a', roll.between(0, 0.28)), { transform: `rotate(${Math.round(roll.between(0, 180))})` });

/** One small crumb, e.g. of sugar or soil. */
export const crumb = (colour, size = 4) => (roll) => ellipse(0, 0, size * roll.between(0.5, 1.2), size * roll.between(0.5, 1),
  mix(colour, roll() < 0.5 ? '#fff4d8' : '#22100a', roll.between(0.05, 0.42)));

/** Fine fluff such as fish floss. */
export const fluff = (colour) => packed(darker(colour, 0.12), 26, (roll) =>
  path(`M-16 ${roll.between(-5, 5).toFixed(1)}q10 ${roll.between(-14, 14).toFixed(1)} 18 0t18 ${roll.between(-8, 8).toFixed(1)}`, 'none', {
    stroke: mix(colour, roll() < 0.5 ? '#ffe7b0' : '#4a200a', roll.between(0.05, 0.5)), 'stroke-width': roll.between(2.5, 6).toFixed(1), 'stroke-linecap': 'round', transform: `rotate(${Math.round(roll.between(0, 180))})`,
  }), { seed: 8, uneven: 0.6 });
