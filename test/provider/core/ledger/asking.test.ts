import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Settings } from "../../../../provider/core/configuration/settings";
import type { Context } from "../../../../provider/core/kind/context";
import type { Page } from "../../../../provider/core/kind/page";
import { asking } from "../../../../provider/core/ledger/asking";
import { noteOf } from "../../../../provider/core/ledger/note";
import { Run } from "../../../../provider/core/run/run";

const HOUR = 3_600_000;
const V1 = { triggers: ["v1"] };
const V2 = { triggers: ["v2"] };

/** The request of an earlier run, and what this run knows when it asks for `V1`, with 17 and 18 at the service. */
interface Row {
  earlier?: { args?: object; isAnswered?: true; hoursAgo?: number; account?: string };
  state?: Page["before"];
  isExact?: true;
  lookTells?: true;
  isAnotherAgreed?: true;
  others?: string[];
  /** The ids that existed before, where those differ from all that are there. */
  before?: string[];
  sentBefore?: RegExp;
  isAnswered?: true;
  mayArrive?: true;
  warned?: RegExp;
}

const INPUTS_ALONE = { inputs: {} };
const MAY_HAVE = /^an earlier run that was interrupted may have asked Trove for it already$/;
const ANSWERED = /^the run of \S+Z asked Trove for it already$/;

/** 17 existed before the earlier request, and 18 did not. */
const rows: Record<string, Row> = {
  "no earlier request": {},
  "a request without an answer": { earlier: {}, before: ["17"], sentBefore: MAY_HAVE, mayArrive: true },
  "a request without an answer, where 18 surely differs from the arguments": {
    ...{ earlier: {}, others: ["18"], sentBefore: MAY_HAVE, mayArrive: true },
  },
  "one without an answer that may still arrive, though a look tells": {
    ...{ earlier: {}, lookTells: true, before: ["17"], sentBefore: MAY_HAVE, mayArrive: true },
  },
  "one without an answer that can no longer arrive, as a look tells": {
    ...{ earlier: { hoursAgo: 2 }, lookTells: true, before: ["17"] },
  },
  "an answered request that no state has": {
    ...{ earlier: { isAnswered: true }, before: ["17"], sentBefore: ANSWERED, isAnswered: true },
  },
  "an answered request, as a look tells": {
    ...{ earlier: { isAnswered: true }, lookTells: true, before: ["17"], isAnswered: true },
  },
  "an answered request whose thing the state has": { earlier: { isAnswered: true }, state: INPUTS_ALONE },
  "an answered request beside whose thing another one is agreed to": {
    ...{ earlier: { isAnswered: true }, isAnotherAgreed: true },
  },
  "one without an answer, where another one is agreed to": {
    ...{ earlier: {}, isAnotherAgreed: true, before: ["17"], sentBefore: MAY_HAVE, mayArrive: true },
  },
  "other arguments, which a change can still set": {
    ...{ earlier: { args: V2 }, before: ["17"], sentBefore: MAY_HAVE, mayArrive: true },
  },
  "other arguments, which nothing can change": {
    ...{ earlier: { args: V2 }, isExact: true, warned: /with other arguments or triggers, and may have made 18:/ },
  },
  "answered with other arguments, which nothing can change": {
    ...{ earlier: { args: V2, isAnswered: true }, isExact: true },
  },
  "equal arguments, which nothing can change": {
    ...{ earlier: {}, isExact: true, before: ["17"], sentBefore: MAY_HAVE, mayArrive: true },
  },
  "a request from more than a day ago": { earlier: { hoursAgo: 25 }, warned: /That is too long ago to tell it/ },
  "one from more than a day ago, as a look tells": { earlier: { hoursAgo: 25 }, lookTells: true },
  "a request to another account": {
    ...{ earlier: { account: "project b" }, warned: /in project b, and may .* Another one is made in project a$/ },
  },
  "an answered request to another account, whose thing the state has": {
    ...{ earlier: { account: "project b", isAnswered: true }, state: INPUTS_ALONE },
  },
};

describe("core: how a creation begins after an earlier run's request", () => {
  let home: string;
  const homeBefore = process.env.PULUMI_HOME;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "asking-"));
    process.env.PULUMI_HOME = home;
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
    if (homeBefore === undefined) delete process.env.PULUMI_HOME;
    else process.env.PULUMI_HOME = homeBefore;
  });

  async function begin({ earlier, state, isExact, lookTells, isAnotherAgreed, others }: Row) {
    const warned: string[] = [];
    const contextOf = (account: string) =>
      ({
        ...{ run: new Run(), subject: "trove:Backup dev::shop::::orders", account, settings: new Settings() },
        page: { kind: "trove:Backup", owner: "dev::shop::::orders", before: state },
        log: { warn: (text: string) => warned.push(text) },
      }) as unknown as Context;
    if (earlier) {
      const { args = V1, isAnswered, hoursAgo = 0, account = "project a" } = earlier;
      const note = noteOf(contextOf(account));
      note.write(["17"], args);
      if (isAnswered) await note.answered();
      const at = (Date.now() - hoursAgo * HOUR) / 1000;
      const folder = join(home, "backup-plans");
      for (const file of readdirSync(folder)) utimesSync(join(folder, file), at, at);
    }
    const seen = {
      there: ["17", "18"],
      args: V1,
      isExact: isExact === true,
      lookTells: lookTells === true,
      isAnotherAgreed,
      others,
    };
    return { ...asking(contextOf("project a"), "Trove", seen), warned };
  }

  for (const [name, row] of Object.entries(rows)) {
    it(name, async () => {
      const { before, sentBefore, answeredAt, arrivesUntil, warned } = await begin(row);
      assert.deepEqual(before, row.before ?? ["17", "18"]);
      assert.match(`${sentBefore?.message}`, row.sentBefore ?? /^undefined$/);
      assert.equal(answeredAt !== undefined, row.isAnswered ?? false);
      assert.equal(arrivesUntil > Date.now(), row.mayArrive ?? false);
      assert.match(warned.join("\n"), row.warned ?? /^$/);
    });
  }
});
