import assert from "node:assert/strict";
import { cases } from "../../../kinds/kinds";
import { otcBackups } from "../../../kinds/otc/services";
import { told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

describe("a backup that takes longer than a wait", () => {
  const { host } = useHost({ settings: { buildSeconds: 60 } });

  for (const { kind, valid } of cases.filter(({ kind }) => ["trove:Backup", ...otcBackups].includes(kind))) {
    it(`${kind}: stays in state, and is told as what the next pulumi up goes on waiting for`, async () => {
      const { inputs } = await host().check(kind, { ...valid, parentId: undefined, __timeouts: { create: "1s" } });
      const answer = (await told(host().create(kind, inputs))) as { message: string; unfinished: { id: string } };
      assert.match(
        answer.message,
        /^backup \S+ is still \w+ after 1 second: it may still complete, and is in state as unfinished\. The next pulumi up goes on waiting for it and makes no second one; customTimeouts or backup-plans:timeoutMinutes lengthens a wait$/,
      );
      assert.ok(answer.message.includes(answer.unfinished.id));
    });
  }
});
