import type { Args } from "./case";

/** What a look at the service tells of valid arguments. */
export interface Found {
  kind: string;
  what: string;
  /** Over the kind's valid arguments. */
  with: Args;
  property: string;
  /** What is told, behind the property. */
  says: string[];
  /** Surely wrong is refused, what is doubtful is told. */
  is: "refused" | "told";
  /** Of the emulator. */
  settings?: Record<string, unknown>;
}

const LOST = "11111111-2222-4333-8444-555555555555";

const plans: Omit<Found, "kind">[] = [
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
    what: "a storage of ServerAvatar's own that is not listed",
    with: { cloudStorageProviderId: 99 },
    property: "cloudStorageProviderId",
    says: ["is none of the storages that are linked in organization 5; given 99"],
    is: "told",
  },
];

const trove: Omit<Found, "kind">[] = [
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

const otc = (service: string, name: string, foreign: string, own: string): Found[] =>
  [`${service}:Backup`, `${service}:BackupPolicy`].flatMap((kind) => [
    {
      kind,
      what: "an instance that is not there",
      with: { instanceId: "00000000000000000000000000000000in02" },
      property: "instanceId",
      says: [`${name} has no such instance in this project and region; given "0000`, "; correct the id"],
      is: "refused",
    },
    {
      kind,
      what: "another project's instance",
      with: { instanceId: foreign },
      property: "instanceId",
      says: [`${name} has no such instance in this project and region`],
      is: "refused",
    },
    {
      kind,
      what: "an instance that is not normal",
      with: { instanceId: own },
      property: "instanceId",
      says: [`is an instance whose status is "abnormal", and ${name} backs up only one that is "normal"`],
      is: "told",
      settings: { [service]: { instanceStatus: { [own]: "abnormal" } } },
    },
  ]);

export const findings: readonly Found[] = [
  ...["serveravatar:BackupPlan", "serveravatar:Backup"].flatMap((kind) => plans.map((one) => ({ kind, ...one }))),
  ...trove.map((one) => ({ kind: "trove:Backup", ...one })),
  ...otc("dds", "DDS", "d120de816c6c71ffe0eaae42080e34b3in02", "b90ebc6f4a4a5fddcec88c20e68c1291in02"),
  ...otc("geminidb", "GeminiDB", "d70b1d58b7137a762d99aa36f39b7442in06", "b5e9fb3695f158540b778814d1795220in06"),
];
