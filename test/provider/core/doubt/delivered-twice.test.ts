import assert from "node:assert/strict";
import { minimalOf } from "../../../kinds/asked";
import { otcBackups } from "../../../kinds/otc/services";
import { useGateway } from "../../../with/bent-gateway";

type State = Record<string, { backups: { id: string; name: string }[] }>;

describe("a creation that a gateway delivers twice", () => {
  const { host, control, treatBy } = useGateway({ settings: { buildSeconds: 0.3 } });

  for (const kind of ["trove:Backup", ...otcBackups]) {
    for (const [which, name] of [
      ["first", undefined],
      ["second", undefined],
      ["second", "written"],
    ] as const) {
      it(`doubt 1: ${kind}${name ? " with a written name" : ""}: one, in state, where the ${which} answer comes back`, async () => {
        const args = { ...minimalOf(kind), ...(name && { name }), __owner: `dev::shop::::${which}-${name}` };
        let isStruck = false;
        treatBy(async ({ method }, pass) => {
          if (method !== "POST" || isStruck) return pass();
          isStruck = true;
          const answers = [await pass(), await pass()] as const;
          return answers[which === "first" ? 0 : 1];
        });
        const { inputs } = await host().check(kind, args);
        const made = await host().create(kind, inputs);
        const state = (await control("GET", "/state")) as State;
        const rows = state[kind.split(":")[0]!]!.backups;
        assert.deepEqual(
          rows.filter((row) => row.name === inputs.name).map(({ id }) => id),
          [made.id],
        );
      });
    }
  }
});
