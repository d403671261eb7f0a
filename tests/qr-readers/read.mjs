// Reads the QR code in a picture (PPM, 8 bits, three colours) and tells what it says as JSON.
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';

const file = readFileSync((await new Response(process.stdin).text()).trim());
const head = /^P6\s+(?:#[^\n]*\n)?(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 256).toString('latin1'));
const [width, height] = [Number(head[1]), Number(head[2])];
const colours = file.subarray(head[0].length);
const pixels = new Uint8ClampedArray(width * height * 4);
for (let i = 0; i < width * height; i++) {
  pixels.set([colours[3 * i], colours[3 * i + 1], colours[3 * i + 2], 255], 4 * i);
}

console.log(JSON.stringify({ says: (jsQR.default ?? jsQR)(pixels, width, height)?.data ?? null }));
