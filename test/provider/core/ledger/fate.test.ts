import assert from "node:assert/strict";
import type { Page } from "../../../../provider/core/kind/page";
import { type Elsewhere, type Fate, fateOf } from "../../../../provider/core/ledger/fate";
import type { Loss } from "../../../../provider/plan/losses";

const loss: Loss = { kind: "replace-recovery-point", property: "onDelete", value: "21", text: "goes" };
const agreed = { "replace-recovery-point": "21" };
const THING = "dds backup 21";

type Facts = Omit<Page, "kind" | "owner">;

const HERE: Elsewhere = { hasThing: false, isInProgram: false };

/** The thing and the losses of a resource whose stored consents are none. */
const leaving = (id: string, thing: string | undefined, losses: Loss[]) => ({ id, thing, losses, allow: undefined });

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
  [
    "is replaced first, and its replacement names it",
    { declared: { ...declared(agreed), thing: THING }, before, state: { stays: false } },
    "its successor's",
  ],
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

    it(`${what}: ${fate}`, () => assert.equal(fateOf(page, leaving(id, thing, [loss]), HERE), fate));
    it(`${what}, and another resource has it: another's`, () =>
      assert.equal(fateOf(page, leaving(id, thing, [loss]), { ...HERE, hasThing: true }), "another's"));
    it(`${what}, and nothing is lost by it: ${fate === "not agreed to" ? "goes" : fate}`, () =>
      assert.equal(fateOf(page, leaving(id, thing, []), HERE), fate === "not agreed to" ? "goes" : fate));
  }

  it("asks the consent to all that goes", () => {
    const page: Page = { kind: "dds:Backup", owner: "a", declared: declared(agreed), made: made("22", agreed) };
    const losses = [loss, { ...loss, value: "23" }];
    assert.equal(fateOf(page, leaving("21", THING, losses), HERE), "not agreed to");
  });

  it("asks the stored consents where another process has the resource in the program", () => {
    const page: Page = { kind: "dds:Backup", owner: "a" };
    const fates = [undefined, agreed].map((allow) =>
      fateOf(page, { ...leaving("21", THING, [loss]), allow }, { ...HERE, isInProgram: true }),
    );
    assert.deepEqual(fates, ["not agreed to", "goes"]);
  });
});
