import assert from "node:assert/strict";
import { review } from "../../provider/review/review";
import { markdown } from "../../provider/review/words/markdown";
import type { Declaration } from "../with/programs/declaration";
import { useStage } from "../with/stage";

const now = new Date("2030-01-10T12:00:00Z");

describe("a recovery point whose replacement hangs on another one, on a real engine", () => {
  const stage = useStage({ settings: { buildSeconds: 0.05 } });
  before(async () => {
    await stage().program.declare(declared("v1"));
    const { code, text } = await stage().program.up();
    assert.equal(code, 0, text);
  });

  function declared(release: string, allow?: object): Declaration[] {
    return [
      {
        kind: "geminidb:Backup",
        name: "g",
        args: { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "", triggers: [release] },
      },
      {
        kind: "dds:Backup",
        name: "d",
        args: {
          instanceId: "a89dab5e39394eccbdb77b19d57b0180in02",
          onDelete: "delete",
          triggers: [{ idOf: "g" }],
          ...(allow && { allow }),
        },
      },
    ];
  }

  it("is told before pulumi up, which goes on with the consent that was told", async () => {
    const { d: stored } = await stage().program.state();
    const preview = await stage().program.previewJson(declared("v2"));
    assert.equal(preview.code, 0, preview.stdout);
    const report = review(preview.stdout, now);
    assert.deepEqual(
      [report.exitCode, report.losses.map(({ resource, kind, hangsOn }) => [resource.name, kind, hangsOn])],
      [2, [["d", "replace-recovery-point", ["triggers"]]]],
    );
    assert.doesNotMatch(markdown(report), /nothing is lost/);

    const allow = { "replace-recovery-point": `${stored!.id}` };
    const agreed = await stage().program.previewJson(declared("v2", allow));
    assert.equal(review(agreed.stdout, now).exitCode, 0);
    assert.doesNotMatch(agreed.stdout, /not known yet/);
    await stage().program.declare(declared("v2", allow));
    const { code, text: done } = await stage().program.up();
    assert.equal(code, 0, done);
    assert.notEqual((await stage().program.state()).d!.id, stored!.id);
  });
});
