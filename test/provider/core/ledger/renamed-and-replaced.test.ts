import assert from "node:assert/strict";
import type { Props } from "../../../with/host/host";
import { useTwoRuns } from "../../../with/host/use-two-runs";

const KIND = "trove:Backup";
const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
const args = { instance, onDelete: "delete" };
const FORMER = "dev::shop::::before";
const OWNER = "dev::shop::::after";

interface State {
  trove: { backups: { id: string }[] };
}

/** As Pulumi calls for `--replace`: no diff, and for the second check no stored inputs. */
describe("the replacement of a resource that was renamed by an alias, to which no allow agreed", () => {
  const { first, second, state } = useTwoRuns({ buildSeconds: 0 });

  for (const named of [{}, { name: "written" }]) {
    for (const [when, storedOwner] of [
      ["in the run of the renaming", FORMER],
      ["in a later run, when the stored inputs have the new name, and the stored outputs the former one", OWNER],
    ]) {
      it(`keeps ${"name" in named ? "one with a written name" : "one"}, ${when}`, async () => {
        const declared: Props = { ...args, ...named };
        const { inputs } = await first().check(KIND, { ...declared, __owner: FORMER });
        const before = await first().create(KIND, inputs);
        const old = { ...before.properties, __owner: FORMER };
        await second().check(KIND, { ...declared, __owner: OWNER }, { ...inputs, __owner: storedOwner });
        const next = await second().check(KIND, { ...declared, __owner: OWNER });
        await second().create(KIND, next.inputs);
        await second().delete(KIND, before.id, old);
        const { trove } = await state<State>();
        assert.ok(
          trove.backups.some(({ id }) => id === before.id),
          "deleted without consent",
        );
      });
    }
  }
});
