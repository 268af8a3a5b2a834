import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { Kind } from "../../kinds/kind";
import { kinds } from "../../kinds/kinds";
import { type Host, ownerNamed, type Props } from "../../with/host/host";
import type { HostError } from "../../with/host/host-error";
import { configFor } from "../../with/host/use-host";
import { useHosts } from "../../with/host/with-host";
import { Outside } from "../../with/outside";

/** As long as a test waits for what is at once. */
const SOON_MILLISECONDS = 20_000;

describe("plugin: a run that the user cancels", () => {
  let outside: Outside;
  const start = useHosts();

  beforeEach(async () => {
    outside = await Outside.start({ settings: { buildSeconds: 3600 } });
  });
  afterEach(() => outside.close());

  /** The provider of one run of the engine. */
  const inRun = () => start({ config: configFor(outside.urls), form: "plugin" });

  async function inputsOf(host: Host, { kind, valid }: Kind, name: string): Promise<Props> {
    return (await host.check(kind, { ...valid, __owner: ownerNamed(name) })).inputs;
  }

  /** The error of a creation; it is not handled before somebody asks. */
  function failureOf(creation: Promise<unknown>): Promise<HostError> {
    return creation.then(
      () => assert.fail("this should have failed"),
      (error) => error,
    );
  }

  async function untilPosted(): Promise<void> {
    while ((await outside.writes()).length === 0) await delay(20);
    await delay(200);
  }

  const soon = <T>(answer: Promise<T>): Promise<T> =>
    Promise.race([answer, delay(SOON_MILLISECONDS).then(() => assert.fail("nothing ends"))]);

  for (const kind of kinds.filter((each) => each.kind.endsWith(":Backup"))) {
    it(`${kind.kind}: its wait ends at once, and the next pulumi up waits on for that one`, async () => {
      const host = await inRun();
      const inputs = await inputsOf(host, kind, "nightly");
      const failure = failureOf(host.create(kind.kind, inputs));
      await untilPosted();
      await host.cancel();
      const { unfinished } = await soon(failure);
      assert.equal(unfinished?.properties.state, "pending");
      assert.match(`${unfinished.reasons}`, /after the run was cancelled.* the next pulumi up/i);
      await outside.control("POST", "/settings", { buildSeconds: 0 });
      await outside.control("POST", "/time", { advance: { hours: 2 } });
      const outputs = await (await inRun()).update(kind.kind, unfinished.id, unfinished.properties, inputs);
      assert.equal(outputs.state, "ready");
      assert.deepEqual(
        (await outside.writes()).map(({ method }) => method),
        ["POST"],
      );
    });
  }

  it("sends nothing for what waits for its turn", async () => {
    const kind = kinds.find((each) => each.kind === "dds:Backup")!;
    const host = await inRun();
    const [one, other] = await Promise.all(["one", "other"].map((name) => inputsOf(host, kind, name)));
    const failures = [one, other].map((inputs) => failureOf(host.create(kind.kind, inputs!)));
    await untilPosted();
    await host.cancel();
    const unfinished = (await soon(Promise.all(failures))).map((each) => each.unfinished);
    assert.equal(unfinished.filter(Boolean).length, 1);
    assert.match(
      (await Promise.all(failures)).map(({ message }) => message).join("\n"),
      /cancelled, and nothing more is sent/,
    );
    assert.equal((await outside.writes()).length, 1);
  });
});
