import type { Make } from "./make";

export const make: Make = () => {};
