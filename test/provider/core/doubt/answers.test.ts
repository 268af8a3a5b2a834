import assert from "node:assert/strict";
import { minimalOf } from "../../../kinds/asked";
import { otcBackups } from "../../../kinds/otc/services";
import { changed, useGateway } from "../../../with/bent-gateway";

type State = Record<string, { backups: { id: string; name: string }[] }>;

describe("the answer to a creation", () => {
  const { host, control, treatBy } = useGateway({ settings: { buildSeconds: 0 } });

  for (const kind of ["trove:Backup", ...otcBackups]) {
    const service = kind.split(":")[0]!;
    const rows = async (name: unknown) =>
      ((await control("GET", "/state")) as State)[service]!.backups.filter((each) => each.name === name);
    const create = async (logicalName: string, args: object = {}) => {
      const { inputs } = await host().check(kind, {
        ...minimalOf(kind),
        ...args,
        __owner: `dev::shop::::${logicalName}`,
      });
      return { name: inputs.name, ...(await host().create(kind, inputs)) };
    };

    for (const isMade of [true, false]) {
      it(`doubt 5: ${kind}: that names another backup is not believed: one is made, where ${isMade ? "it was" : "none was"} made`, async () => {
        const other = await create(`other-${isMade}`);
        let isStruck = false;
        treatBy(async ({ method }, pass) => {
          if (method !== "POST" || isStruck) return pass();
          isStruck = true;
          const answer = isMade ? await pass() : { status: 202, headers: {}, body: "{}" };
          const backup = { id: other.id, name: "x", status: "NEW" };
          return changed(answer, () => ({ backup, backup_id: other.id }));
        });
        const made = await create(`asked-${isMade}`);
        assert.deepEqual(
          (await rows(made.name)).map(({ id }) => id),
          [made.id],
        );
      });
    }
  }

  it("doubt 2: of two that one creation made the older is taken, and the other is told by its id", async () => {
    const kind = "trove:Backup";
    let isStruck = false;
    await control("POST", "/settings", { trove: { createGapSeconds: 0.3 } });
    treatBy(async ({ method }, pass) => {
      if (method !== "POST" || isStruck) return pass();
      isStruck = true;
      const [answer] = await Promise.all([pass(), new Promise((late) => setTimeout(late, 100)).then(pass)]);
      return { ...answer, status: 502, body: "<h1>502</h1>" };
    });
    const { inputs } = await host().check(kind, { ...minimalOf(kind), __owner: "dev::shop::::twice" });
    const made = await host().create(kind, inputs);
    const { trove } = (await control("GET", "/state")) as State;
    const [older, younger] = trove!.backups.filter(({ name }) => name === inputs.name);
    assert.equal(made.id, older?.id);
    const told = host().logs.filter(({ message }) => message.includes(`No state knows ${younger?.id}`));
    assert.deepEqual(
      [told.length, told[0]?.severity],
      [1, "warning"],
      host()
        .logs.map(({ message }) => message)
        .join("\n"),
    );
  });
});
