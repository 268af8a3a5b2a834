import assert from "node:assert/strict";
import pLimit from "p-limit";
import { complaintsOf } from "./bad-answers-judge";
import { type BadRun, runBadAnswer } from "./bad-answers-run";

const LIMITS = { requestSeconds: 2, operationSeconds: 4 };

/** The others come with `npm run test:faults -- --answers`. */
const ANSWERS = ["HTML", "200 with an error inside", "a redirect elsewhere", "a trickle of bytes", "gigabytes"];
const MOMENTS = ["look", "creation"] as const;

describe("what no service should answer", () => {
  const runs = new Map<string, Promise<BadRun>>();
  const few = pLimit(2);
  before(() => {
    for (const answer of ANSWERS)
      runs.set(
        answer,
        few(() => runBadAnswer(answer, LIMITS, MOMENTS)),
      );
    for (const run of runs.values()) run.catch(() => {});
  });

  for (const answer of ANSWERS) {
    it(`${answer}: ends in time, is told with service, call and request id, and loses nothing`, async () => {
      assert.deepEqual(complaintsOf(answer, await runs.get(answer)!, LIMITS), []);
    });
  }
});
