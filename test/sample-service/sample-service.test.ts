import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "mocha";
import { noUnfinished } from "../../provider/policy/rules/no-unfinished";
import { review } from "../../provider/review/review";
import * as all from "../../provider/services/all";
import { Services } from "../../provider/services/services";
import { leaving } from "../conformance/leaving";
import { life } from "../conformance/life";
import { rules } from "../conformance/rules";
import { pages } from "../docs/pages";
import { assertFound, found, stackIn } from "../provider/policy/stack";
import { previewOf } from "../provider/review/preview-of";
import type { Where } from "../with/where";
import { kind } from "./kind";
import * as sample from "./service";
import { withSample } from "./with-sample";

const services = new Services({ ...all, sample });

/** Its folder is not there before the tests begin. */
const where: { -readonly [K in keyof Where]: Where[K] } = { root: "", program: "" };

describe("a service that is one folder and one line", () => {
  before(async () => void Object.assign(where, await withSample()));
  after(() => rm(where.root, { recursive: true, force: true }));

  describe("has its rules checked", () => rules([{ kind: kind.kind, ...kind.rules }], where));
  describe("lives on a real engine", () => life([kind], where));
  describe("leaves what its summary says", () => leaving([kind], where));

  it("is read by a review", () => {
    const [before, after] = [
      { volume: 7, name: "a", onDelete: "delete" },
      { volume: 8, name: "b", onDelete: "delete" },
    ];
    const step = { op: "replace", kind: kind.kind, name: "nightly", id: "5001", old: before, new: after };
    const stored = { outputs: { state: "ready", backupId: "5001" } };
    const { exitCode, losses } = review(previewOf([{ ...step, ...stored }]), new Date(), { services });
    assert.deepEqual([exitCode, losses.map(({ allow }) => allow)], [2, [{ "replace-recovery-point": "5001" }]]);
  });

  it("is judged by a policy", () => {
    const stack = stackIn(services, {
      type: kind.kind,
      name: "nightly",
      args: kind.valid,
      outputs: { state: "pending" },
    });
    assertFound(found(noUnfinished, {}, stack).nightly, "violated", /pending/);
  });

  it("has its reference page", () => {
    const page = pages(new Services({ sample }), join(__dirname, "entry.ts"))["sample-backup.md"]!;
    for (const words of ["### volume", "must be 1 to 40 characters", "`backupId`"])
      assert.ok(page.includes(words), page);
  });
});
