export const landscapes = {};
