import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import * as backup from "../../../provider";
import { cases } from "../../kinds/kinds";
import { useHost } from "../../with/host/use-host";
import { registered } from "./program";

const KIND = "serveravatar:BackupPlan";
const plan = cases.find(({ kind }) => kind === KIND)!.valid as unknown as backup.serveravatar.BackupPlanArgs;

/** The qualified type as the engine makes it, and the parent. */
const parents: [type: string, parent: () => pulumi.Resource | undefined][] = [
  ["", () => undefined],
  ["shop:index:Store$", () => new pulumi.ComponentResource("shop:index:Store", "store")],
  [
    "shop:index:Store$shop:index:Shelf$",
    () => {
      const store = new pulumi.ComponentResource("shop:index:Store", "store");
      return new pulumi.ComponentResource("shop:index:Shelf", "shelf", {}, { parent: store });
    },
  ],
];

describe("host: whose a resource is", () => {
  const { host } = useHost({ form: "dynamic" });

  for (const name of ["nightly", "every night, db.full", "größe", "a::b"]) {
    it(`"${name}": what is logged stands on the resource's own row`, async () => {
      for (const [types, parent] of parents) {
        const made = () => new backup.serveravatar.BackupPlan(name, plan, { parent: parent() });
        const { inputs } = await registered(made);
        await host().delete(KIND, "21", { ...inputs, planId: "21" });
        const line = host().logs.at(-1)!;
        assert.match(line.message, /plan 21 keeps running/);
        assert.equal(line.urn, `urn:pulumi:dev::shop::${types}pulumi-nodejs:dynamic/${KIND}::${name}`);
      }
    });
  }

  it("is another one's in another organization, and on the same row", async () => {
    const owners = [];
    for (const organization of [undefined, "organization", "acme"]) {
      const { inputs } = await registered(() => new backup.serveravatar.BackupPlan("nightly", plan), organization);
      await host().delete(KIND, "21", { ...inputs, planId: "21" });
      assert.equal(host().logs.at(-1)!.urn, `urn:pulumi:dev::shop::pulumi-nodejs:dynamic/${KIND}::nightly`);
      owners.push(inputs.__owner);
    }
    assert.equal(owners[0], owners[1]);
    assert.notEqual(owners[0], owners[2]);
  });
});
