import assert from "node:assert/strict";
import { useHost } from "../../../with/host/use-host";

describe("adopting a Trove backup that has a parent", () => {
  const { host } = useHost({ settings: { buildSeconds: 0 } });
  const instance = "d4603f69-ec7e-4e9b-803f-600b9205576f";
  const create = async (name: string, args: object) => {
    const { inputs } = await host().check("trove:Backup", { instance, __owner: `dev::shop::::${name}`, ...args });
    return (await host().create("trove:Backup", inputs)).id;
  };

  it("is refused where a full one is declared, and done where its parent is, or Trove's choice of one", async () => {
    const parentId = await create("full", {});
    const adopt = await create("incremental", { parentId });
    const problem = `adopt: backup ${adopt} does not match what is declared: parentId (there: ${parentId}). Declare what is there`;
    await assert.rejects(create("as-full", { adopt }), ({ message }: Error) => message.includes(problem));
    assert.equal(await create("on-its-parent", { adopt, parentId }), adopt);
    assert.equal(await create("on-the-newest", { adopt, incremental: true }), adopt);
  });
});
