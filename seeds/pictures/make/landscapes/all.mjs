// Every landscape by the key of its picture.
import { inland } from './inland.mjs';
import { waterside } from './waterside.mjs';

export const landscapes = { ...waterside, ...inland };
