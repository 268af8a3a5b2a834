import type { Made } from "./made";

export const made: Made = { Resource: class {}, args: () => ({}) };
