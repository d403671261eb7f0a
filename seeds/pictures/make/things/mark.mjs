// The picture on a label.
import { emoji } from '../emoji.mjs';

/** A small emoji centred on (0, 0). */
export const mark = (code, size) => emoji(code, size, { sink: 0.5 }).svg;
