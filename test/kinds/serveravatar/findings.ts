import { DateTime } from "luxon";
import type { Finding } from "../findings";

export const findings: Finding[] = [
  {
    what: "another account's organization",
    with: { organization: 6 },
    property: "organization",
    says: ["is none that the token's user belongs to; given 6; correct the id"],
    is: "refused",
  },
  {
    what: "a server that was deleted",
    with: { server: 11 },
    property: "server",
    says: ["is no server of organization 5; given 11; correct the id"],
    is: "refused",
  },
  {
    what: "a server whose agent is not connected",
    with: {},
    property: "server",
    says: ["is a server whose agent is not connected (agent_status 0)", "given 15"],
    is: "told",
    settings: { serveravatar: { disconnectedServers: [15] } },
  },
  {
    what: "another server's application",
    with: { applicationId: 5246 },
    property: "applicationId",
    says: ["is no application of server 15; given 5246"],
    is: "refused",
  },
  {
    what: "another server's database",
    with: { databaseId: 5223 },
    property: "databaseId",
    says: ["is no database of server 15; given 5223"],
    is: "refused",
  },
  {
    what: "a storage that is not linked",
    with: { provider: "wasabi", cloudStorageProviderId: 20 },
    property: "cloudStorageProviderId",
    says: ["is none of the storages that are linked in organization 5; given 20"],
    is: "refused",
  },
  {
    what: "a storage of another kind",
    with: { cloudStorageProviderId: 10 },
    property: "cloudStorageProviderId",
    says: ['is a storage of "wasabi", and provider is "serveravatar"; given 10; make the two agree'],
    is: "refused",
  },
  {
    what: "a start that has passed by the server's clock, and not everywhere",
    with: {
      startBackup: DateTime.utc().minus({ hours: 1 }).toFormat("yyyy-MM-dd HH:mm"),
      retentionPeriod: "24 Months",
    },
    property: "startBackup",
    says: ["has passed in Etc/UTC, the time zone of server 15", "write one that is still to come there"],
    is: "told",
  },
  {
    what: "a storage of ServerAvatar's own that is not listed",
    with: { cloudStorageProviderId: 99 },
    property: "cloudStorageProviderId",
    says: ["is none of the storages that are linked in organization 5; given 99"],
    is: "told",
  },
];
