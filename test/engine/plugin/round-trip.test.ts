import assert from "node:assert/strict";
import { TYPES } from "../../../provider/program/types";
import { slugOf } from "../../kinds/kind";
import { inOneStack, kinds } from "../../kinds/kinds";
import { nested } from "../../with/host/form";
import { ownAccounts, withAccount } from "../../with/host/own-accounts";
import { configFor } from "../../with/host/use-host";
import type { Declaration } from "../../with/programs/declaration";
import type { Run } from "../../with/programs/program";
import { useStage } from "../../with/stage";
import { HERE } from "../../with/where";

/** One of each kind by an explicit provider, and another one by the stack's own. */
const ALL: readonly Declaration[] = [
  ...kinds.map((kind) => {
    const provider = kind.service === "rackspace" ? "rackspace" : "own";
    return { kind: kind.kind, name: slugOf(kind), args: kind.valid, options: { provider } };
  }),
  ...inOneStack.map((kind) => {
    const args = { ...kind.valid, ...kind.place(1) };
    return { kind: kind.kind, name: `${slugOf(kind)}-of-the-stack`, args };
  }),
];

/** Back from the plugin, a program names the type that it leaves. */
const FROM_PLUGIN = ALL.map(({ options, ...each }) => ({
  ...each,
  options: { ...options, aliases: [{ type: TYPES.plugin + each.kind }] },
}));

describe("17 line 4: every kind moves to the plugin and back, by explicit providers and by the stack's own", () => {
  const stage = useStage({ settings: { buildSeconds: 0 }, where: { ...HERE, form: "plugin" } });
  let ids: Record<string, string>;

  before(async () => {
    const config = configFor(stage().urls);
    const accounts = (flat: Record<string, unknown>) => {
      const { pollSeconds: _, ...services } = nested(flat);
      return services;
    };
    const rackspace = accounts(withAccount(config, ownAccounts(stage().urls).rackspace));
    const providers = { own: accounts(config), rackspace };
    await stage().program.declare(ALL, { "declared:providers": providers, "declared:form": "dynamic" });
    done(await stage().program.up());
    ids = await idsNow();
    assert.equal(Object.keys(ids).length, ALL.length);
  });

  const done = (run: Run) => {
    assert.equal(run.code, 0, run.text);
    return run;
  };
  const idsNow = async () =>
    Object.fromEntries(Object.entries(await stage().program.state()).map(([name, { id }]) => [name, id]));
  const typesNow = async () => {
    const urns = Object.values(await stage().program.state()).map(({ urn }) => urn);
    return Object.entries(TYPES).flatMap(([form, type]) => (urns.some((urn) => urn.includes(type)) ? [form] : []));
  };
  /** A move writes nothing and replaces nothing, and after it nothing is to be done. */
  const moves = (form: "plugin" | "dynamic", declarations: readonly Declaration[]) => async () => {
    await stage().program.declare(declarations, { "declared:form": form });
    await stage().control("DELETE", "/requests");
    const up = done(await stage().program.up());
    assert.deepEqual([up.changes.replaced, await stage().writes()], [undefined, []], up.text);
    assert.deepEqual([await idsNow(), await typesNow()], [ids, [form]]);
    const again = done(await stage().program.preview());
    assert.deepEqual(Object.keys(again.changes), ["unchanged"], again.text);
  };

  it("to the plugin", moves("plugin", ALL));

  it("and back to the dynamic form", moves("dynamic", FROM_PLUGIN));

  it("and to the plugin again, which refreshes and leaves all that stands", async () => {
    await moves("plugin", ALL)();
    done(await stage().program.refresh());
    done(await stage().program.destroy());
    assert.deepEqual(await stage().writes(), []);
  });
});
