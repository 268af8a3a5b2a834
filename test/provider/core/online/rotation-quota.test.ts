import assert from "node:assert/strict";
import { checked } from "../../../kinds/asked";
import { useHost } from "../../../with/host/use-host";

const config = { "backup-plans:online": "true" };

describe("online: quotas and keepLast", () => {
  describe("of Trove, told", () => {
    const { host } = useHost({ settings: { trove: { maxBackups: 6 } }, config });

    it("where the list and the one that is made first come to more, before they are there", async () => {
      const { reasons, warnings } = await checked(host(), "trove:Backup", { name: undefined, keepLast: 6 });
      assert.deepEqual(reasons, []);
      assert.match(warnings.join("\n"), /the resources of this program keep up to 6 backups .* may have 6/);
    });
  });

  describe("of Trove, not told", () => {
    const { host } = useHost({ settings: { trove: { maxBackups: 6 } }, config });

    it("where they come to as many as the project may have", async () => {
      const { reasons, warnings } = await checked(host(), "trove:Backup", { name: undefined, keepLast: 5 });
      assert.deepEqual([reasons, warnings.filter((each) => each.includes("keepLast"))], [[], []]);
    });
  });

  describe("of GeminiDB, 50", () => {
    const { host } = useHost({ config });

    it("are told once the lists of the program come to 50", async () => {
      const told: boolean[] = [];
      for (const keepLast of [20, 20, 9, 1]) {
        const { warnings } = await checked(host(), "geminidb:Backup", { name: undefined, keepLast });
        told.push(warnings.some((each) => each.includes("keep up to 50 backups")));
      }
      assert.deepEqual(told, [false, false, false, true]);
    });
  });
});
