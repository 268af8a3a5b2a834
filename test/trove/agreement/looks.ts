import { type Case, create, get, nobody, one, remove, two } from "./case";

const all = "limit=1000";
export const listCases: Case[] = [
  get("lists, limit=2", "/backups?limit=2", { until: ["child of failed", "COMPLETED"] }),
  get("lists from a marker, a number here", "/backups?limit=2&marker=2"),
  get("lists as many as there are", "/backups?limit=11"),
  get("lists the page after the last", "/backups?limit=11&marker=11"),
  ...["limit=1000", "limit=0", "limit=-1", "limit=abc", "marker={first}", "limit=&marker=", "limit=1&limit=2"].map(
    (query) => get(`lists, ${query}`, `/backups?${query}`),
  ),
  get("lists by instance", `/backups?instance_id=${two}&limit=1`),
  get("lists by datastore", "/backups?datastore=mysql&limit=3"),
  get("refuses an unknown datastore", "/backups?datastore=nosuch"),
  get("lists for an unknown filter what it lists without", `/backups?status=FAILED&name=snapshot&${all}`),
  get("refuses to list for all projects", "/backups?all_projects=true"),
  get("refuses to list for a project", `/backups?project_id=${nobody}`),
  get("lists an instance's backups", `/instances/${two}/backups`),
  get("refuses an unknown instance's backups", `/instances/${nobody}/backups`),
];

export const routeCases: Case[] = [
  get("shows an unknown backup", `/backups/${nobody}`),
  get("shows an id that is no UUID", "/backups/nope"),
  ...(["PUT", "PATCH"] as const).map((method) => ({
    title: `has no ${method}`,
    method,
    path: "/backups/{first}",
    body: { backup: { name: "renamed" } },
  })),
  get("has no schedules", "/schedules"),
  get("refuses no token", "/backups", { headers: { "x-auth-token": "" } }),
  get("refuses a bad token", "/backups", { headers: { "x-auth-token": "nonsense" } }),
  get("refuses another project's address", "/backups", { at: "other project" }),
  get("shows its versions", "/", { at: "root" }),
  get("has nothing else beside them", "/foo", { at: "root" }),
  create("refuses beyond the quota", { name: "x", instance: one }, { set: { maxBackups: 1 } }),
  ...(["denied", "nocatalog", "down"] as const).map((swift) =>
    create(`refuses with the object store ${swift}`, { name: "x", instance: one }, { set: { swift } }),
  ),
  remove("refuses a deletion with the object store down", "/backups/{first}"),
  get("tells the limits", "/limits", { set: {} }),
  {
    title: "refuses a wrong password",
    method: "POST",
    path: "/auth/tokens",
    at: "identity",
    body: {
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: "{username}", domain: { id: "default" }, password: "wrong" } },
        },
      },
    },
  },
];

/** For two requests of each verb a minute, and tokens that hold for 15 seconds. */
export const limitCases: Case[] = [
  get("lists once", "/backups"),
  get("lists twice", "/backups"),
  get("refuses the third list within a minute", "/backups"),
  get("refuses everything else of that verb", "/nothing"),
  create("has a limit of its own for each verb", { name: "x" }),
  get("refuses an expired token", "/backups", { afterSeconds: 21 }),
];
