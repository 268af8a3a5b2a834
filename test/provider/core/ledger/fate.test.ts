import assert from "node:assert/strict";
import type { Page } from "../../../../provider/core/kind/page";
import { type Fate, fateOf } from "../../../../provider/core/ledger/fate";
import type { Loss } from "../../../../provider/plan/losses";

const loss: Loss = { kind: "replace-recovery-point", property: "onDelete", value: "21", text: "goes" };
const agreed = { "replace-recovery-point": "21" };
const THING = "dds backup 21";

type Facts = Omit<Page, "kind" | "owner">;

const declared = (allow?: typeof agreed) => ({ allow, keeps: false });
const before = { inputs: {}, id: "21" };
const stays = (thing?: string) => ({ stays: true, thing });
const made = (id: string, allow?: typeof agreed) => ({ id, thing: `dds backup ${id}`, allow });

/** Rows of facts; what another resource has is asked first, and decides alone. */
const ROWS: [what: string, facts: Facts, fate: Fate][] = [
  ["left the program", {}, "goes"],
  ["left the program, after a refresh or a destroy that showed nothing else", { state: undefined }, "goes"],
  ["is what the state goes on to have", { declared: declared(), before, state: stays(THING) }, "the state's"],
  ["is what its own replacement took over", { declared: declared(), before, made: made("21") }, "its successor's"],
  [
    "is replaced first by one that adopts it",
    { declared: { ...declared(agreed), thing: THING }, before },
    "its successor's",
  ],
  ["was replaced in this run, without consent", { declared: declared(), before, made: made("22") }, "not agreed to"],
  ["was replaced in this run, with consent", { declared: declared(agreed), before, made: made("22", agreed) }, "goes"],
  ["is replaced first, without consent", { declared: declared(), before, state: { stays: false } }, "not agreed to"],
  ["is replaced first, with consent", { declared: declared(agreed), before, state: { stays: false } }, "goes"],
  ["was to be compared, and never was", { declared: declared(), before }, "not agreed to"],
  [
    "was replaced by an earlier run that failed, without consent",
    { declared: declared(), before: { ...before, id: "22" }, state: stays("dds backup 22") },
    "not agreed to",
  ],
  [
    "was replaced by an earlier run that failed, with consent",
    { declared: declared(agreed), before: { ...before, id: "22" }, state: stays("dds backup 22") },
    "goes",
  ],
  ["is known by no id, and what has one stays", { declared: declared(agreed), before, state: stays() }, "goes"],
  ["goes by an id of ours, and was made by it", { made: { id: "unseen-1", allow: undefined } }, "its successor's"],
];

describe("ledger: what becomes of a thing whose resource is deleted", () => {
  for (const [what, facts, fate] of ROWS) {
    const page: Page = { kind: "dds:Backup", owner: "dev::shop::::orders", ...facts };
    const id = facts.made?.id.startsWith("unseen") ? "unseen-1" : "21";
    const thing = what.includes("no id") || id !== "21" ? undefined : THING;

    it(`${what}: ${fate}`, () => assert.equal(fateOf(page, { id, thing, losses: [loss] }, false), fate));
    it(`${what}, and another resource has it: another's`, () =>
      assert.equal(fateOf(page, { id, thing, losses: [loss] }, true), "another's"));
    it(`${what}, and nothing is lost by it: ${fate === "not agreed to" ? "goes" : fate}`, () =>
      assert.equal(fateOf(page, { id, thing, losses: [] }, false), fate === "not agreed to" ? "goes" : fate));
  }

  it("asks the consent to all that goes", () => {
    const page: Page = { kind: "dds:Backup", owner: "a", declared: declared(agreed), made: made("22", agreed) };
    const losses = [loss, { ...loss, value: "23" }];
    assert.equal(fateOf(page, { id: "21", thing: THING, losses }, false), "not agreed to");
  });
});
