// The few SVG elements the drawings are written with.

const attributes = (extra) => Object.entries(extra).map(([name, value]) => ` ${name}="${value}"`).join('');

export const path = (d, fill, extra = {}) => `<path d="${d}" fill="${fill}"${attributes(extra)}/>`;

export const line = (d, colour, width, extra = {}) =>
  path(d, 'none', { stroke: colour, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', ...extra });

export const ellipse = (cx, cy, rx, ry, fill, extra = {}) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${attributes(extra)}/>`;

export const rect = (x, y, width, height, r, fill, extra = {}) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${r}" fill="${fill}"${attributes(extra)}/>`;

export const group = (content, extra = {}) => `<g${attributes(extra)}>${[content].flat(3).join('')}</g>`;

/** Content moved to (x, y), then turned (degrees) and scaled about that point. */
export function at(x, y, content, { scale = 1, turn = 0, wide = 1, ...extra } = {}) {
  const transform = `translate(${x} ${y}) rotate(${turn}) scale(${scale * wide} ${scale})`;
  return group(content, { transform, ...extra });
}

/** Points on a closed curve, smoothed through their midpoints. */
export function blob(points) {
  const mid = (a, b) => `${(a[0] + b[0]) / 2} ${(a[1] + b[1]) / 2}`;
  const last = points.at(-1);
  return `M${mid(last, points[0])}` + points.map((p, i) =>
    `Q${p[0]} ${p[1]} ${mid(p, points[(i + 1) % points.length])}`).join('') + 'Z';
}

/** An uneven round outline of the given radius, e.g. of a cracker or a stone. */
export function lump(roll, radius, { corners = 9, uneven = 0.16, flat = 1 } = {}) {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = (i + roll.between(-0.2, 0.2)) / corners * Math.PI * 2;
    const reach = radius * roll.between(1 - uneven, 1 + uneven) * 1.08;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach * flat].map((v) => +v.toFixed(1));
  });
  return blob(points);
}

/** What stands on the floor: its foot is at (0, 0), `width` decides the shadow. */
export const thing = (width, height, svg, extra = {}) => ({ width, height, svg: [svg].flat(3).join(''), ...extra });

/** Many pieces thrown on a heap: wide at the bottom, those behind first. `draw(roll, index)` gives one piece around (0, 0). */
export function heap(roll, count, width, height, draw, { flat = 0.3, top = 1.6 } = {}) {
  const spots = Array.from({ length: count }, (_, index) => {
    const across = roll.between(-1, 1);
    const dome = Math.pow(1 - Math.abs(across) ** 2, 1 / top);
    const up = roll() * dome;
    const front = roll.between(-1, 1) * width / 2 * flat * (1 - up) * Math.sqrt(1 - across * across);
    return { x: across * width / 2, y: -up * height + front, depth: front - up * height * 0.15, index };
  });
  spots.sort((a, b) => a.depth - b.depth);
  return spots.map(({ x, y, index }) => at(+x.toFixed(1), +y.toFixed(1), draw(roll, index))).join('');
}
