import * as z from "zod";
import { accepted } from "../../core/http/accepted";
import { endpoint } from "../../core/http/endpoint";
import { aside, rowsIn } from "../../core/lists/unreadable";

/** A backup as Rackspace's page "Create backup" shows it, and as OpenStack's Trove answers it. */
const backup = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  status: z.string(),
  instance_id: z.string().nullish(),
  description: aside(z.string()),
  parent_id: z.string().nullish(),
  /** Rackspace: 1 where a schedule made it. */
  is_automated: aside(z.coerce.number()),
  /** Rackspace: the instance, or the HA group, for which `instance_id` is missing. */
  source: aside(z.object({ id: z.string() })),
  /** OpenStack's API reference has it; Trove 26.0.0 does not send it. */
  storage_driver: aside(z.string()),
  locationRef: aside(z.string()),
  /** GB, with decimals. */
  size: aside(z.coerce.number()),
  created: aside(z.string()),
  updated: aside(z.string()),
  datastore: aside(z.object({ type: aside(z.string()), version: aside(z.string()) })),
});

export type Row = z.output<typeof backup>;

const one = z.object({ backup });

/** The links of a page. That to the next one has a marker; without it, nobody could read on. */
const links = z
  .array(
    z.object({ rel: z.string(), href: z.string() }).refine(({ rel, href }) => rel !== "next" || markerIn(href), {
      path: ["href"],
      error: "no address with a marker",
    }),
  )
  .nullish();

const page = z.object({ backups: rowsIn(backup), links });

/** An instance. `fault` says why its last task failed. */
const instance = z.object({
  id: z.string(),
  name: aside(z.string()),
  status: z.string(),
  fault: aside(z.object({ message: aside(z.string()) })),
});

export type Instance = z.output<typeof instance>;

/** The container for later backups of an instance, or of the project (OpenStack's API reference, "Backup Strategy"). */
const strategy = z.object({ instance_id: z.string().nullish(), swift_container: z.string() });

export type Strategy = z.output<typeof strategy>;

/** The limits. The row with the verb ABSOLUTE has the quotas, the others have rates. */
const limit = z.object({ verb: z.string().nullish(), max_backups: z.coerce.number().nullish() });

/** The calls. Their paths begin after `/v1.0/{accountId}`. */
export const api = {
  create: endpoint("POST /backups", one),
  list: endpoint("GET /backups", page),
  show: endpoint("GET /backups/{id}", one),
  delete: endpoint("DELETE /backups/{id}", accepted),
  ofInstance: endpoint("GET /instances/{instance}/backups", page),
  strategies: endpoint("GET /backup_strategies", z.object({ backup_strategies: z.array(strategy) })),
  instances: endpoint("GET /instances", z.object({ instances: z.array(instance), links })),
  instance: endpoint("GET /instances/{instance}", z.object({ instance })),
  limits: endpoint("GET /limits", z.object({ limits: z.array(limit) })),
};

/** Returns the marker in a link to the next page. The host of the link is not used. */
export function nextMarker({ links: found }: { links?: z.output<typeof links> }): string | undefined {
  const next = found?.find(({ rel }) => rel === "next")?.href;
  return next === undefined ? undefined : markerIn(next);
}

function markerIn(href: string): string | undefined {
  const base = "https://trove";
  return (URL.canParse(href, base) && new URL(href, base).searchParams.get("marker")) || undefined;
}
