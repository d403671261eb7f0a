// Makes every picture of seeds/demo/pictures.json, or only those named after the folder.
//   node make.mjs <folder with the SVG files of @lobehub/fluent-emoji-modern> [key …]
// Needs rsvg-convert and vips on the path.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmoji } from './emoji.mjs';
import { landscapes } from './landscapes/all.mjs';
import { scenes } from './scenes/all.mjs';
import { photograph } from './stage.mjs';

const here = import.meta.dirname;
const list = JSON.parse(readFileSync(join(here, '../../demo/pictures.json'), 'utf8'));
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

function develop(key, svg, folder) {
  const [drawing, print] = [join(folder, `${key}.svg`), join(folder, `${key}.png`)];
  writeFileSync(drawing, svg);
  execFileSync('rsvg-convert', ['--unlimited', drawing, '-o', print]);
  execFileSync('vips', ['webpsave', print, join(here, `../${key}.webp`), '--Q', '84', '--smart-subsample', '--effort', '6', '--strip']);
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
    }
  });
} finally {
  rmSync(folder, { recursive: true });
}
