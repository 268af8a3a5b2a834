import { fields } from "../../../provider/services/rackspace/schema";
import type { Args, Rules } from "../case";
import { instances } from "../instances";
import {
  accepted,
  type Cases,
  meansTheSame,
  ours,
  refused,
  required,
  together,
  unknownNames,
  wholeNumber,
  words,
} from "../rules";

const SOURCE = "must be the UUID of a database instance";
const ID = "4f3a7f3a-dddd-4eee-8fff-000011112222";

const OTHER = instances.trove[1];

const valid: Args = { sourceId: instances.trove[0], dayOfWeek: 0, hour: 14, minute: 30 };

/** A whole number from 0 to `most`; a string of digits is taken as the number. */
function upTo(property: string, most: number, rule: string): Cases {
  return {
    broken: [
      ...required(property, rule),
      ...refused(property, [-1, most + 1, 1.5, "1.5", "-1", `${most + 1}`, "", "noon", true, [1]], rule),
    ],
    twins: [
      ...accepted(property, [0, most]),
      { what: `${property} "${most}"`, with: { [property]: `${most}` }, becomes: { [property]: most } },
    ],
  };
}

const copies: Cases = {
  broken: [
    ...refused("copyTo", [[], "DFW", { region: "DFW" }], "must be a list of regions"),
    ...["LON", "dfw", "", 1].map((region) => ({
      what: `a region ${JSON.stringify(region)}`,
      property: "copyTo.1",
      with: { copyTo: ["DFW", region] },
      says: "must be a list of regions",
    })),
  ],
  twins: [
    ...["DFW", "IAD", "ORD", "HKG", "SYD"].map((region) => ({
      what: `a copy to ${region}`,
      with: { copyTo: [region] },
      becomes: { copyTo: [region] },
    })),
    {
      what: "regions in any order, and twice",
      with: { copyTo: ["ORD", "DFW", "ORD"] },
      becomes: { copyTo: ["DFW", "ORD"] },
    },
  ],
};

export const scheduleRules: Rules = {
  fields,
  valid,
  minimal: valid,
  full: {
    ...valid,
    sourceType: "instance",
    fullBackupRetention: 4,
    copyTo: ["DFW"],
    onDelete: "delete",
    allow: { "shorter-retention": "4 weekly full backups" },
  },
  ...together(
    {
      broken: [...required("sourceId", SOURCE), ...refused("sourceId", ["", "a/b", 5, "44b277eb"], SOURCE)],
      twins: [...accepted("sourceId", [OTHER]), meansTheSame("sourceId", OTHER, OTHER.toUpperCase())],
    },
    words("sourceType", ["instance", "ha"], "instanc", "instance"),
    upTo("dayOfWeek", 7, "must be the day of the full backup"),
    upTo("hour", 23, "must be a whole number from 0 (midnight) to 23"),
    upTo("minute", 59, "must be a whole number from 0 to 59"),
    wholeNumber("fullBackupRetention", false),
    {
      broken: [],
      twins: [
        { what: "no retention, which is 2", with: {}, becomes: { fullBackupRetention: 2, sourceType: "instance" } },
      ],
    },
    copies,
    {
      broken: refused("adopt", ["", true, {}, [], "77", "a/b"], "must be the vendor's id of a schedule"),
      twins: accepted("adopt", [ID]),
    },
    unknownNames("rackspace:BackupSchedule", [["day_of_week", "dayOfWeek"], ["source", "sourceId"], ["triggers"]]),
    ours("shorter-retention", "1 weekly full backup"),
  ),
};
