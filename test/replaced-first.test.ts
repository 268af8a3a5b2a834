import assert from "node:assert/strict";
import { Host } from "./host/host";
import { configFor, useHost } from "./host/use-host";

const KIND = "trove:Backup";
const args = {
  instance: "d4603f69-ec7e-4e9b-803f-600b9205576f",
  onDelete: "delete",
  __owner: "dev::shop::::orders",
};

interface State {
  trove: { backups: { id: string }[] };
}

/** As Pulumi calls for `--replace` of a resource with `deleteBeforeReplace`: no diff, and the deletion first. */
describe("a replacement that deletes first, and that no diff announced", () => {
  const { urls, control } = useHost({ settings: { buildSeconds: 0, trove: { deleteSeconds: 0 } } });
  let [maker, host]: Host[] = [];
  beforeEach(async () => {
    await control("POST", "/reset");
    [maker, host] = await Promise.all([
      Host.start({ config: configFor(urls()) }),
      Host.start({ config: configFor(urls()) }),
    ]);
  });
  afterEach(() => Promise.all([maker?.stop(), host?.stop()]));

  for (const [agrees, isLeft] of [
    [false, true],
    [true, false],
  ]) {
    it(`${isLeft ? "keeps" : "deletes"} the recovery point where allow ${agrees ? "agreed" : "did not agree"}`, async () => {
      const { inputs } = await maker!.check(KIND, args);
      const made = await maker!.create(KIND, inputs);
      const allow = agrees ? { allow: { "replace-recovery-point": made.id } } : {};
      await host!.check(KIND, { ...args, ...allow }, inputs);
      await host!.check(KIND, { ...args, ...allow });
      await host!.delete(KIND, made.id, made.properties);
      const { trove } = (await control("GET", "/state")) as State;
      assert.equal(
        trove.backups.some(({ id }) => id === made.id),
        isLeft,
      );
    });
  }
});
