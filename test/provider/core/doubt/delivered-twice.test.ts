import assert from "node:assert/strict";
import { useGateway } from "../../../with/bent-gateway";

const CASES = {
  "trove:Backup": { instance: "d4603f69-ec7e-4e9b-803f-600b9205576f" },
  "dds:Backup": { instanceId: "a89dab5e39394eccbdb77b19d57b0180in02" },
  "geminidb:Backup": { instanceId: "a4d8ea2584e047439a667703c0684119in06", description: "manual" },
};

type State = Record<"trove" | "dds" | "geminidb", { backups: { id: string; name: string }[] }>;

describe("a creation that a gateway delivers twice", () => {
  const { host, control, treatBy } = useGateway({ settings: { buildSeconds: 0.3 } });

  for (const [kind, given] of Object.entries(CASES)) {
    for (const [which, name] of [
      ["first", undefined],
      ["second", undefined],
      ["second", "written"],
    ] as const) {
      it(`doubt 1: ${kind}${name ? " with a written name" : ""}: one, in state, where the ${which} answer comes back`, async () => {
        const args = { ...given, ...(name && { name }), __owner: `dev::shop::::${which}-${name}` };
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
        const rows = state[kind.split(":")[0] as keyof State].backups;
        assert.deepEqual(
          rows.filter((row) => row.name === inputs.name).map(({ id }) => id),
          [made.id],
        );
      });
    }
  }
});
