// One drawing of the Fluent Emoji set as a thing that can be placed in a picture.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { group, thing } from './shapes.mjs';

let folder = '';
let used = 0;

/** Tells where the SVG files of the package lie. */
export const openEmoji = (path) => { folder = path; };

/**
 * The emoji of that code point, `size` wide. Its foot is the middle of its lower edge; `sink` lowers it by that share
 * of the size, because most drawings leave some air below.
 */
export function emoji(code, size, { sink = 0.06, foot = 0.7, turn = 0 } = {}) {
  const file = readFileSync(join(folder, `${code}.svg`), 'utf8');
  const mark = `e${used++}-`;
  const inner = file
    .replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
    .replace(/\bid="/g, `id="${mark}`).replace(/url\(#/g, `url(#${mark}`).replace(/href="#/g, `href="#${mark}`);
  const scale = size / 32;
  const transform = `translate(0 ${size * (sink - 0.5)}) rotate(${turn}) scale(${scale}) translate(-16 -16)`;
  return thing(size * foot, size, group(inner, { transform, fill: 'none' }));
}
