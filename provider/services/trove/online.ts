import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import { doubtful, type Finding, type Online, wrong } from "../../core/kind/online";
import { plannedWith } from "../../core/ledger/planned";
import { SharedList } from "../../core/lists/shared-list";
import { type Freshness, LATELY_MILLISECONDS, rowsOf } from "../../core/lists/shared-rows";
import { api, type Instance, type InstancePage, nextMarker } from "./api";
import { sourceOf, unfitParent, unlessGone } from "./backups";
import { connect } from "./connection";
import type { Backup } from "./schema";

/** Of a backup that is about to be made. */
export const online: Online<Backup> = {
  service: "Trove",
  concerns: (args, stored) => stored === undefined && args.adopt === undefined,
  rules: [
    ["instance", instanceRule],
    ["parentId", parentRule],
    ["quota", quotaRule],
  ],
};

/** A running backup, of which Trove says BACKUP, ends and is waited for. */
const FIT = new Set(["ACTIVE", "HEALTHY", "BACKUP"]);

async function instanceRule(context: Context, { instance }: Backup): Promise<Finding | undefined> {
  const client = await connect(context);
  const source = { pages: () => instancePages(client), one: (id: string) => oneInstance(client, id) };
  const rows = rowsOf<Instance>(`Trove instances ${client.address}`, ({ id }) => id.toLowerCase());
  const found = await rows.one(instance.toLowerCase(), source, "lately");
  if (!found) return wrong("Trove has no such instance in this project", "correct the id, or the project");
  if (FIT.has(found.status)) return undefined;
  return doubtful(
    `is an instance whose status is ${found.status}, and Trove backs up only one that is ACTIVE or HEALTHY`,
    "see to the instance before pulumi up, which waits only for what ends by itself, as BUILD and BACKUP do",
  );
}

async function* instancePages(client: Client): AsyncGenerator<Instance[]> {
  for (let marker: string | undefined = ""; marker !== undefined; ) {
    const page: InstancePage = await client.call(api.instances, { path: {}, query: marker ? { marker } : {} });
    yield page.instances;
    marker = page.instances.length > 0 ? nextMarker(page) : undefined;
  }
}

async function oneInstance(client: Client, instance: string): Promise<Instance | undefined> {
  return unlessGone(async () => (await client.call(api.instance, { path: { instance } })).instance);
}

async function parentRule(context: Context, { parentId, instance }: Backup): Promise<Finding | undefined> {
  if (parentId === undefined) return undefined;
  const source = sourceOf(await connect(context));
  const problem = unfitParent(await source.rows.one(parentId, source, "lately"), parentId, instance);
  return problem === undefined
    ? undefined
    : wrong(problem, "name a complete backup of the same instance, or leave parentId out");
}

/** A failed one counts, too. What a replacement leaves may go before it. */
async function quotaRule(context: Context, { name }: Backup): Promise<Finding | undefined> {
  if (context.storedId !== undefined) return undefined;
  const client = await connect(context);
  const most = await mostBackups(client);
  if (most === undefined) return undefined;
  const source = sourceOf(client);
  const counted = async (freshness: Freshness) => {
    const rows = await source.rows.all(source, freshness);
    const names = new Set(rows.map((row) => row.name));
    const coming = plannedWith(client.address, context.owner, `${name}`, (each) => names.has(each));
    return { there: rows.length, coming };
  };
  let { there, coming } = await counted("lately");
  // What was there a minute ago may be gone.
  if (there + coming > most && coming <= most) ({ there, coming } = await counted("now"));
  if (there + coming <= most) return undefined;
  return wrong(
    `the project may have ${most} backups, ${there} are there, and this program makes ${coming} more so far`,
    "delete old ones, or have the quota raised",
  );
}

const limits = new Map<string, SharedList<number | undefined>>();

/** Nothing where there is no limit, or none is told. */
function mostBackups(client: Client): Promise<number | undefined> {
  const list = limits.get(client.address) ?? new SharedList<number | undefined>();
  limits.set(client.address, list);
  return list.look(LATELY_MILLISECONDS, async () => {
    const reply = await client.call(api.limits, { path: {} });
    const most = reply.limits.find(({ verb }) => verb === "ABSOLUTE")?.max_backups ?? -1;
    return most < 0 ? undefined : most;
  });
}
