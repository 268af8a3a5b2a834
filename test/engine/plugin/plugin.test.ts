import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { shopPlan } from "../../kinds/example-shop";
import { pluginFolder } from "../../with/plugin-folder";
import { PluginStack } from "../../with/plugin-stack";
import { ROOT } from "../../with/root";

const INSTANCE = "a89dab5e39394eccbdb77b19d57b0180in02";
const POLICY = { keepDays: 7, startTime: "01:00-02:00", period: [1, 2, 3, 4, 5, 6, 7] };

describe("the plugin on a real engine", () => {
  let plugin: PluginStack;
  let bin: string;

  const inForm = (form: string, more: Record<string, string> = {}) => ({
    env: { FORM: form, PLAN: JSON.stringify(shopPlan), POLICY: JSON.stringify(POLICY), ...more },
  });

  before(async () => {
    bin = await pluginFolder();
    plugin = await PluginStack.open({ dir: join(ROOT, "test/with/programs/moving"), path: [bin] });
  });
  after(async () => {
    await plugin?.close();
    await rm(bin, { recursive: true, force: true });
  });

  it("the dynamic form makes a plan with an account of our own namespace", async () => {
    const { writes } = await plugin.done((stack) => stack.up([], inForm("dynamic")));
    assert.equal(writes, 1);
  });

  it("takes the plan over by its alias, without a change or a request", async () => {
    const { text, writes } = await plugin.done((stack) => stack.up([], inForm("plugin")));
    assert.match(text, /2 unchanged/);
    assert.equal(writes, 0);
  });

  it("refreshes it, and imports a policy that stands there", async () => {
    assert.equal((await plugin.done((stack) => stack.refresh([], inForm("plugin")))).writes, 0);
    const { text, writes } = await plugin.done((stack) => stack.up([], inForm("plugin", { IMPORTED: INSTANCE })));
    assert.match(text, /1 imported/);
    assert.equal(writes, 0);
    assert.match(
      (await plugin.done((stack) => stack.preview([], inForm("plugin", { IMPORTED: INSTANCE })))).text,
      /3 unchanged/,
    );
  });

  it("refuses a loss", async () => {
    const shorter = inForm("plugin", { RETENTION: "1 Month", IMPORTED: INSTANCE });
    assert.match(
      await plugin.refused((stack) => stack.preview([], shorter)),
      /write allow: \{ "shorter-retention": "1 Month" \}/,
    );
  });

  it("gives all back to the dynamic form, which stores what it needs and sends nothing", async () => {
    const { text, writes } = await plugin.done((stack) => stack.up([], inForm("dynamic", { IMPORTED: INSTANCE })));
    assert.match(text, /2 updated/);
    assert.equal(writes, 0);
    assert.match(
      (await plugin.done((stack) => stack.preview([], inForm("dynamic", { IMPORTED: INSTANCE })))).text,
      /3 unchanged/,
    );
    assert.equal((await plugin.done((stack) => stack.destroy([], inForm("dynamic")))).writes, 0);
  });
});
