import { accessTo } from "../databases/access";
import { Rackspace } from "../databases/rackspace";
import { configuration } from "./configuration";

export const NAME = "Rackspace";

export const { connect, accountOf } = accessTo({
  name: NAME,
  configuration,
  wayIn: (context) => Rackspace.for("rackspace.BackupSchedule", context),
  hint: (status) => HINTS[status],
});

const HINTS: Readonly<Record<number, string>> = {
  403: "The user may not do this in this account, or the address names another account",
  404: "sourceId or adopt: no such id in this account and region",
};
