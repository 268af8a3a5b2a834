import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { after, before } from "mocha";
import { services } from "../../provider/services/services";
import { type Kind, slugOf } from "../kinds/kind";
import { type Gateway, startGateway } from "../with/gateway";
import type { Declaration } from "../with/programs/declaration";
import type { Run, StateResource } from "../with/programs/program";
import { Stage } from "../with/stage";

const declared = (kind: Kind, name = slugOf(kind)): Declaration => ({ kind: kind.kind, name, args: kind.valid });

/** Nothing in between is taken for the service's word. */
export function gateways(kinds: readonly Kind[]): void {
  let stage: Stage;
  const open: Gateway[] = [];
  const refreshed = new Map<number, { run: Run; state: Record<string, StateResource> }>();
  let made: Record<string, StateResource>;

  before(async () => {
    stage = await Stage.open();
    const { program } = stage;
    const config: Record<string, string> = {};
    for (const { service, kind } of kinds) {
      const { endpoint } = services.definitionOf(kind)!.thing;
      if (endpoint in config) continue;
      const gateway = await startGateway(stage.urls[service]!);
      open.push(gateway);
      config[endpoint] = `${gateway.url}`;
    }
    const resources = kinds.map((kind) => declared(kind));
    const more = stage.configured({ ...config, "backup-plans:requestTimeoutSeconds": 2 });
    await program.declare(resources, more);
    await program.up();
    made = await program.state();
    for (const status of [403, 404, 500]) {
      for (const gateway of open) gateway.refuse(status);
      const run = await program.refresh();
      refreshed.set(status, { run, state: await program.state() });
    }
  });
  after(async () => {
    for (const gateway of open) gateway.stop();
    await stage?.close();
  });

  for (const kind of kinds) {
    for (const status of [403, 404, 500]) {
      it(`${kind.kind}: a gateway's ${status} during refresh is an error, and it stays in state`, () => {
        const { run, state } = refreshed.get(status)!;
        assert.match(run.text, new RegExp(`\\(${slugOf(kind)}\\):\\n +error: .* was refused: .*HTTP ${status}`));
        assert.equal(state[slugOf(kind)]?.id, made[slugOf(kind)]!.id);
      });
    }
  }
}

/** A token that is revoked while backups run. */
export function renewal(kinds: readonly Kind[]): void {
  it("a token that is refused in the middle of a wait is renewed once by each account, without a failure", async () => {
    const stage = await Stage.open({ buildSeconds: 4 });
    try {
      const waiting = kinds.filter(({ kind, service }) => kind.endsWith(":Backup") && service !== "serveravatar");
      await stage.program.declare(waiting.map((kind) => declared(kind)));
      const up = stage.program.up();
      const posts = async () => (await stage.writes()).filter(({ method }) => method === "POST").length;
      while ((await posts()) < waiting.length) await delay(100);
      await stage.control("POST", "/settings", { identity: { tokenGeneration: 1 } });
      const run = await up;
      assert.equal(run.code, 0, run.text);
      const logins = (await stage.requests()).filter((one) => one.service === "identity" && one.method === "POST");
      const accounts = 2;
      assert.equal(logins.length, 2 * accounts, "OpenStack's, and the one that DDS and GeminiDB share");
    } finally {
      await stage.close();
    }
  });
}

/** Several resources that look alike to the service. */
export function neighbours(kinds: readonly Kind[]): void {
  // A policy and a schedule are one an instance, and a plan is one of its kind.
  const isAlone = ({ kind }: Kind) => {
    const { thing, work } = services.definitionOf(kind)!;
    return thing.argument !== "adopt" || work !== undefined;
  };
  const pair = (kind: Kind) => [declared(kind, `${slugOf(kind)}-one`), declared(kind, `${slugOf(kind)}-another`)];
  const standing = async () =>
    Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind.kind, await kind.stands(stage)] as const)));
  let stage: Stage;
  let there: Record<string, object>;
  let now: Record<string, object>;
  /** A preview ends with its first refusal. */
  const refused = new Map<Kind, Run>();

  before(async () => {
    stage = await Stage.open();
    const { program } = stage;
    there = await standing();
    await program.declare(kinds.filter((kind) => !isAlone(kind)).flatMap(pair));
    const run = await program.up();
    assert.equal(run.code, 0, run.text);
    now = await standing();
    for (const kind of kinds.filter(isAlone)) {
      await program.declare(pair(kind));
      refused.set(kind, await program.preview());
    }
  });
  after(() => stage?.close());

  for (const kind of kinds) {
    if (isAlone(kind)) {
      it(`${kind.kind}: two with the same arguments are refused`, () => {
        const words = `resource "${slugOf(kind)}-(one|another)" (has it already, and only one|declares the same plan)`;
        const { code, text } = refused.get(kind)!;
        assert.notEqual(code, 0);
        assert.match(text, new RegExp(words));
      });
    } else {
      it(`${kind.kind}: two with the same arguments are two`, () => {
        const made = Object.keys(now[kind.kind]!).length - Object.keys(there[kind.kind]!).length;
        assert.equal(made, 2);
      });
    }
  }
}
