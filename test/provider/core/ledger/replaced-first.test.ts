import assert from "node:assert/strict";
import { useTwoRuns } from "../../../with/host/use-two-runs";

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
  const { first, second, state } = useTwoRuns({ buildSeconds: 0, trove: { deleteSeconds: 0 } });

  for (const [agrees, isLeft] of [
    [false, true],
    [true, false],
  ]) {
    it(`${isLeft ? "keeps" : "deletes"} the recovery point where allow ${agrees ? "agreed" : "did not agree"}`, async () => {
      const { inputs } = await first().check(KIND, args);
      const made = await first().create(KIND, inputs);
      const allow = agrees ? { allow: { "replace-recovery-point": made.id } } : {};
      await second().check(KIND, { ...args, ...allow }, inputs);
      await second().check(KIND, { ...args, ...allow });
      await second().delete(KIND, made.id, made.properties);
      const { trove } = await state<State>();
      assert.equal(
        trove.backups.some(({ id }) => id === made.id),
        isLeft,
      );
    });
  }
});
