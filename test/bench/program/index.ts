import type { Made } from "./made";

const { BENCH_KIND = "none", BENCH_COUNT = "0" } = process.env;

// Loaded by its name, so that a kind costs no other one's time, and its types are checked as in anybody's program.
const { made } = require(`./${BENCH_KIND}`) as { made: Made };

// Here, since the state holds the place of each call.
for (let index = 0; index < Number(BENCH_COUNT); index++) {
  new made.Resource(`resource-${index}`, made.args(index) as never);
}
