// Straight-edged goods seen from the front right: cakes, soap, paste, boxes.
import { darker, downward, lighter, linear, plump } from '../ink.mjs';
import { group, path, rect, thing } from '../shapes.mjs';

/** How far the far edge lies to the right and up, per unit of depth. */
const [aside, aloft] = [0.42, 0.34];

/**
 * A block with its front lower left corner middle at the foot. `front`, `top` and `side` paint over the three faces;
 * each is drawn in the face's own box with (0, 0) at its left upper corner.
 */
export function block({ width, height, depth, colour, front = '', top = '', side = '', soft = 5, skin = {} }) {
  const [dx, dy] = [depth * aside, depth * aloft];
  const x = -(width + dx) / 2;
  const shear = (content, matrix) => group(content, { transform: `matrix(${matrix})` });
  return thing(width + dx, height + dy, group([
    path(`M${x} ${-height}l${dx} ${-dy}h${width}l${-dx} ${dy}Z`, skin.top ?? linear([lighter(colour, 0.45), lighter(colour, 0.2)])),
    path(`M${x + width} ${-height}l${dx} ${-dy}v${height}l${-dx} ${dy}Z`, skin.side ?? downward(darker(colour, 0.28), darker(colour, 0.45))),
    rect(x, -height, width, height, 0, skin.front ?? downward(lighter(colour, 0.1), darker(colour, 0.12))),
    shear(front, `1,0,0,1,${x},${-height}`),
    shear(top, `1,0,${-dx / depth},${dy / depth},${x + dx},${-height - dy}`),
    shear(side, `${dx / depth},${-dy / depth},0,1,${x + width},${-height}`),
  ], { filter: plump(soft, { depth: 0.3, light: 0.4, cast: 0.4 }) }), { depth: 0.12 });
}

/** Layers over a face, top to bottom, each `[colour, share]`. */
export const layers = (width, height, parts) => {
  let y = 0;
  return parts.map(([colour, share]) => {
    const strip = rect(0, y * height, width, share * height + 0.5, 0, colour);
    y += share;
    return strip;
  });
};
