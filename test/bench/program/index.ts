import type { Make } from "./make";

const { BENCH_KIND = "none", BENCH_COUNT = "0" } = process.env;

// Loaded by its name, so that a kind costs no other one's time, and its types are checked as in anybody's program.
const { make } = require(`./${BENCH_KIND}`) as { make: Make };

for (let index = 0; index < Number(BENCH_COUNT); index++) make(`resource-${index}`, index);
