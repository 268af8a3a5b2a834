import { kinds } from "../kinds/kinds";
import { importing } from "./importing";
import { lifeThroughHost } from "./through-host";

/** One of each sort; `conformance.test.ts` has all kinds in this form, on a real engine. */
const OF_EACH_SORT = /^(serveravatar:BackupPlan|trove:Backup|dds:BackupPolicy)$/;

describe("conformance through the host: a life of every kind of resource, plugin", () =>
  lifeThroughHost(kinds, "plugin"));

describe("conformance through the host: a life of one kind of each sort, dynamic", () =>
  lifeThroughHost(
    kinds.filter(({ kind }) => OF_EACH_SORT.test(kind)),
    "dynamic",
  ));

describe("conformance through the host: import of every kind of resource", () => importing(kinds));
