import { backup as dds } from "../../../provider/services/dds/backup";
import { backup as geminidb } from "../../../provider/services/geminidb/backup";
import type { Args, Broken, Rules } from "../case";
import { instances, type Otc } from "../instances";
import {
  accepted,
  adopt,
  type Cases,
  keepLast,
  meansTheSame,
  ours,
  refused,
  required,
  together,
  triggers,
  unknownNames,
} from "../rules";

/** Pages: DDS "Creating a Manual Backup" (dds_api_0027), GeminiDB "Creating a Manual Backup" (nosql_api_0032). */
const NAME = "must be 4 to 64 letters, digits, - or _, a letter first";
const DESCRIPTION = "must be at most 256 characters, none of";
const INSTANCE = "must be the id of an instance";
const FORBIDDEN = [..."><!\"&'="].map((character) => `before ${character} upgrade`);

const changes: Args = { instanceId: "other", description: "other", triggers: ["v2"] };

const replaced: Broken[] = Object.entries(changes).map(([name, value]) => ({
  what: `as it was, while ${name} changes`,
  property: "name",
  with: { [name]: value },
  stored: {},
  says: /stays the same while the backup is replaced, .*leave name out, or change it/,
  hangsOn: [name],
}));

const common = together(
  { broken: required("instanceId", INSTANCE), twins: [] },
  { broken: refused("instanceId", ["", "a/b", "a b", "../x", 5, true], INSTANCE), twins: [] },
  {
    broken: [
      ...refused("name", ["", "abc", "1abc", "-abc", "a bc", "a.bcd", "übel", "n".repeat(65), 5], NAME),
      ...refused(
        "description",
        [...FORBIDDEN, "d".repeat(257), `dd${"😀".repeat(255)}`, "two\nlines", "two\rlines", 5],
        DESCRIPTION,
      ),
      ...replaced,
    ],
    twins: [
      ...accepted("name", ["abcd", "A-b_1", "n".repeat(64)]),
      ...accepted("description", ["", "d".repeat(256), "before the upgrade (v2)"]),
      meansTheSame("instanceId", "a89dab5e0180in02", "A89DAB5E0180in02"),
      { what: "consent 20: 256 characters outside the BMP", with: { description: "😀".repeat(256) } },
      { what: "no name: one is generated", with: { name: undefined } },
      { what: "another name with another description", with: { name: "next", description: "next" }, stored: {} },
      { what: "a stored backup as it is", with: {}, stored: {} },
      {
        what: "generated names, which differ",
        with: { name: undefined, triggers: ["v2"] },
        stored: { name: "before-upgrade-1234567" },
      },
    ],
  },
  adopt,
  { broken: [], twins: accepted("adopt", ["4b8f2f0a-0000-4000-8000-000000000000"]) },
  triggers,
  keepLast,
  ours("replace-recovery-point", "5001"),
);

export function backupRulesOf(
  kind: string,
  fields: Rules["fields"],
  instanceId: string,
  minimal: Args,
  own: Cases,
): Rules {
  const valid: Args = { instanceId, name: "before-upgrade", description: "manual" };
  const allow = { "replace-recovery-point": "77" };
  return {
    fields,
    valid,
    minimal: { instanceId, ...minimal },
    full: { ...valid, onDelete: "delete", adopt: "77", triggers: ["v1"], allow },
    ...together(common, own, unknownNames(kind, [["instance_id", "instanceId"]])),
  };
}

export const backupRules: Record<Otc, Rules> = {
  dds: backupRulesOf(
    "dds:Backup",
    dds.fields,
    instances.dds[0],
    {},
    {
      broken: [],
      twins: [{ what: "no description", with: { description: undefined } }, meansTheSame("description", "", undefined)],
    },
  ),
  geminidb: backupRulesOf(
    "geminidb:Backup",
    geminidb.fields,
    instances.geminidb[0],
    { description: "" },
    {
      broken: required("description", DESCRIPTION),
      twins: [],
    },
  ),
};
