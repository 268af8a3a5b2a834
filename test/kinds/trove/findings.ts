import type { Finding } from "../findings";

const LOST = "11111111-2222-4333-8444-555555555555";

export const findings: Finding[] = [
  {
    what: "an instance that is not there",
    with: { instance: LOST },
    property: "instance",
    says: [`Trove has no such instance in this project; given "${LOST}"; correct the id`],
    is: "refused",
  },
  {
    what: "another project's instance",
    with: { instance: "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee" },
    property: "instance",
    says: ["Trove has no such instance in this project"],
    is: "refused",
  },
  {
    what: "an instance that is being built",
    with: { instance: "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb" },
    property: "instance",
    says: ["is an instance whose status is BUILD, and Trove backs up only one that is ACTIVE or HEALTHY"],
    is: "told",
  },
  {
    what: "a parent that is not there",
    with: { parentId: LOST },
    property: "parentId",
    says: [`Trove has no backup ${LOST}; given "${LOST}"; name a complete backup of the same instance`],
    is: "refused",
  },
  {
    what: "a quota that is used up",
    with: {},
    property: "quota",
    says: ["the project may have 0 backups, 0 are there, and this program makes 1 more so far; delete old ones"],
    is: "refused",
    settings: { trove: { maxBackups: 0 } },
  },
];
