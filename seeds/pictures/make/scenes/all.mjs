// Every scene by the key of its picture.
import { kitchen } from './kitchen.mjs';
import { snacks } from './snacks.mjs';

export const scenes = { ...snacks, ...kitchen };
