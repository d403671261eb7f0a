// The picture on a label, centred on (0, 0).
import { emoji } from '../emoji.mjs';
import { at } from '../shapes.mjs';
import { coconutHalf } from './fruit.mjs';
import { chilli } from './spices.mjs';

/** A small emoji. */
export const mark = (code, size) => emoji(code, size, { sink: 0.5 }).svg;

export const chilliMark = (size) => at(-size * 0.36, -size * 0.2, chilli(size), { turn: 32 });

export const coconutMark = (size) => at(0, size * 0.45, coconutHalf(size).svg);
