// Makes the smaller renditions of the products' pictures, as the market shows them on cards: all, or only those named.
//   node shrink.mjs [key …]
// Needs vips on the path.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const widths = [240, 480];

/** The widths and the quality are those of src/Kim.Market.Web/Pictures/Renditions.cs. */
export function shrink(key) {
  const photo = join(here, `../${key}.webp`);
  for (const width of widths) {
    const small = join(here, `../${key}-${width}.webp`);
    execFileSync('vips', ['thumbnail', photo, `${small}[Q=78,effort=6,strip]`, `${width}`, '--height', `${width * 2}`, '--size', 'down']);
  }
}

if (process.argv[1] === import.meta.filename) {
  const { products } = JSON.parse(readFileSync(join(here, '../../demo/pictures.json'), 'utf8'));
  const wanted = process.argv.slice(2);
  products.map((picture) => picture.key).filter((key) => wanted.length === 0 || wanted.includes(key)).forEach(shrink);
}
