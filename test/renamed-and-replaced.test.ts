import assert from "node:assert/strict";
import { Host, type Props } from "./host/host";
import { configFor, useHost } from "./host/use-host";

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
  const { urls, control } = useHost({ settings: { buildSeconds: 0 } });
  let [maker, host]: Host[] = [];
  beforeEach(async () => {
    await control("POST", "/reset");
    [maker, host] = await Promise.all([
      Host.start({ config: configFor(urls()) }),
      Host.start({ config: configFor(urls()) }),
    ]);
  });
  afterEach(() => Promise.all([maker?.stop(), host?.stop()]));

  for (const named of [{}, { name: "written" }]) {
    for (const [when, storedOwner] of [
      ["in the run of the renaming", FORMER],
      ["in a later run, when the stored inputs have the new name, and the stored outputs the former one", OWNER],
    ]) {
      it(`keeps ${"name" in named ? "one with a written name" : "one"}, ${when}`, async () => {
        const declared: Props = { ...args, ...named };
        const { inputs } = await maker!.check(KIND, { ...declared, __owner: FORMER });
        const before = await maker!.create(KIND, inputs);
        const old = { ...before.properties, __owner: FORMER };
        await host!.check(KIND, { ...declared, __owner: OWNER }, { ...inputs, __owner: storedOwner });
        const next = await host!.check(KIND, { ...declared, __owner: OWNER });
        await host!.create(KIND, next.inputs);
        await host!.delete(KIND, before.id, old);
        const { trove } = (await control("GET", "/state")) as State;
        assert.ok(
          trove.backups.some(({ id }) => id === before.id),
          "deleted without consent",
        );
      });
    }
  }
});
