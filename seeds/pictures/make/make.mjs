// Makes every picture of seeds/demo/pictures.json, or only those named after the folder.
//   node make.mjs <folder with the SVG files of @lobehub/fluent-emoji-modern> [key …]
// Needs rsvg-convert and vips on the path.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmoji } from './emoji.mjs';
import { landscapes } from './landscapes/all.mjs';
import { scenes } from './scenes/all.mjs';
import { shrink } from './shrink.mjs';
import { photograph } from './stage.mjs';

const here = import.meta.dirname;
const list = JSON.parse(readFileSync(join(here, '../../demo/pictures.json'), 'utf8'));
const largest = 58_000;
const lights = ['streaks', 'palm', 'window', 'blind'];

function draw({ key, ground }, index) {
  if (landscapes[key]) {
    return landscapes[key]();
  }

  if (!scenes[key]) {
    throw new Error(`No scene draws "${key}".`);
  }

  return photograph(ground, scenes[key](), lights[index % lights.length]);
}

/** Saves the drawing as WebP, at the best quality that keeps the file small enough for the repository. */
function develop(key, svg, folder) {
  const [drawing, print] = [join(folder, `${key}.svg`), join(folder, `${key}.png`)];
  const photo = join(here, `../${key}.webp`);
  writeFileSync(drawing, svg);
  execFileSync('rsvg-convert', ['--unlimited', drawing, '-o', print]);
  for (const quality of [84, 78, 70, 62, 54]) {
    execFileSync('vips', ['webpsave', print, photo, '--Q', `${quality}`, '--smart-subsample', '--effort', '6', '--strip']);
    if (statSync(photo).size <= largest) {
      return;
    }
  }

  throw new Error(`"${key}" is too rich: ${statSync(photo).size} bytes.`);
}

const [emojiFolder, ...wanted] = process.argv.slice(2);
if (!emojiFolder) {
  throw new Error('Say in which folder the emoji lie.');
}

openEmoji(emojiFolder);
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  [...list.products, ...list.landscapes].forEach((picture, index) => {
    if (wanted.length === 0 || wanted.includes(picture.key)) {
      develop(picture.key, draw(picture, index), folder);
      if (list.products.includes(picture)) {
        shrink(picture.key);
      }
    }
  });
} finally {
  rmSync(folder, { recursive: true });
}
