import { fields } from "../../../provider/services/trove/schema";
import type { Args, Rules } from "../case";
import { instances } from "../instances";
import {
  accepted,
  flag,
  keepLast,
  meansTheSame,
  ours,
  refused,
  required,
  together,
  triggers,
  unknownNames,
} from "../rules";

/** The instance and the parent of Rackspace's page "Create backup". */
const [INSTANCE] = instances.trove;
const PARENT = "2e351a71-dd28-4bcb-a7d6-d36a5b487173";

const uuid = (what: string) => `must be the UUID of a ${what}`;
const NO_UUIDS = ["", "orders", INSTANCE.slice(1), `${INSTANCE}0`, ` ${INSTANCE}`, INSTANCE.replaceAll("-", ""), 5, {}];
const valid: Args = { instance: INSTANCE, name: "orders" };

const rules = together(
  { broken: required("instance", uuid("database instance")), twins: [] },
  { broken: refused("instance", NO_UUIDS, uuid("database instance")), twins: [] },
  { broken: refused("parentId", NO_UUIDS, uuid("backup")), twins: [] },
  { broken: [], twins: accepted("instance", [INSTANCE, INSTANCE.toUpperCase()]) },
  { broken: [], twins: [meansTheSame("instance", INSTANCE, INSTANCE.toUpperCase())] },
  { broken: [], twins: [...accepted("parentId", [PARENT]), meansTheSame("parentId", PARENT.toUpperCase(), PARENT)] },
  {
    broken: [
      ...refused(
        "name",
        ["", " ", "---", "ü", "two\nlines", 5, true],
        "must hold an ASCII letter or digit and no line break",
      ),
      ...refused("name", [`nn${"😀".repeat(63)}`], "has 65 characters"),
      ...refused("name", ["n".repeat(65), "n".repeat(256)], /has \d+ characters, and at most 64 are allowed/),
      ...refused(
        "description",
        ["", " ", "…", "two\nlines", "two\r\nlines", 5],
        "must not be empty and must hold an ASCII letter or digit and no line break",
      ),
      ...refused("description", ["d".repeat(256), `dd${"😀".repeat(254)}`], "has more than 255 characters"),
      // Vendor A9.
      ...refused(
        "swiftContainer",
        ["", "a b", "a;b", "$(x)", 5, "--", "c".repeat(256)],
        "must be 1 to 255 letters, digits and _ @ % + = : , . / -, a letter or digit among them",
      ),
      ...refused("storageDriver", ["", " ", 5], "must be text that is not empty"),
      {
        what: "true beside parentId",
        property: "incremental",
        with: { incremental: true, parentId: PARENT },
        says: "cannot stand beside parentId",
        hangsOn: ["parentId"],
      },
    ],
    twins: [
      ...accepted("name", ["1", "ü1", "n".repeat(64), "before the upgrade, Monday"]),
      ...accepted("description", ["d", "d".repeat(255)]),
      { what: "consent 20: a name of 64 characters outside the BMP", with: { name: `nn${"😀".repeat(62)}` } },
      { what: "consent 20: a description of 255 such characters", with: { description: `dd${"😀".repeat(253)}` } },
      ...accepted("swiftContainer", ["backups", "a_b@c%d+e=f:g,h./i-j", "-1", "c".repeat(255)]),
      ...accepted("storageDriver", ["swift", "cinder"]),
      ...accepted("incremental", [true, false]),
      { what: "incremental 1", with: { incremental: 1 }, becomes: { incremental: true } },
      meansTheSame("incremental", undefined, false),
      meansTheSame("incremental", false, undefined),
      { what: "incremental 0", with: { incremental: 0 }, becomes: { incremental: false } },
      { what: "no name: one is generated", with: { name: undefined } },
    ],
  },
  flag("incremental"),
  {
    broken: refused("adopt", ["", true, {}, [], "77", "orders", ` ${PARENT}`, PARENT.slice(1)], uuid("backup")),
    twins: accepted("adopt", [PARENT, PARENT.toUpperCase()]),
  },
  triggers,
  keepLast,
  ours("delete-descendants", PARENT),
  unknownNames("trove:Backup", [
    ["parent_id", "parentId"],
    ["instanceId", "instance"],
  ]),
);

export const troveRules: Rules = {
  fields,
  valid,
  minimal: { instance: INSTANCE },
  full: {
    ...valid,
    description: "before the upgrade",
    parentId: PARENT,
    swiftContainer: "backups",
    storageDriver: "swift",
    onDelete: "delete",
    adopt: PARENT,
    triggers: ["v1"],
    allow: { "delete-descendants": PARENT },
  },
  ...rules,
};
