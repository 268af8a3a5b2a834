import type { Client } from "../../core/http/client";
import type { Found } from "../../core/kind/found";
import { pagesOf, rowsOnce } from "../../core/lists/pages";
import { rowsOf } from "../../core/lists/shared-rows";
import { api, type Instance, nextMarker } from "./api";
import { unlessGone } from "./gone";

/** Returns an instance as of the last minute; nothing where the account has none of that id. */
export function findInstance(client: Client, instance: string): Promise<Instance | undefined> {
  const source = { pages: () => instancePages(client), one: (id: string) => oneInstance(client, id) };
  const { run } = client.context;
  const rows = rowsOf<Instance>(run, `database instances ${client.address}`, ({ id }) => id.toLowerCase());
  return rows.one(instance.toLowerCase(), source, "lately");
}

/** Returns an instance by its id; nothing where Trove says that the project has none. */
export function oneInstance(client: Client, instance: string): Promise<Instance | undefined> {
  return unlessGone(async () => (await client.call(api.instance, { path: { instance } })).instance);
}

/** Returns the instances of an account as targets for `discover`. */
export async function targetsIn(client: Client): Promise<Found[]> {
  const instances = await rowsOnce(instancePages(client), ({ id }) => id);
  return instances.map(({ id, name, status }) => {
    return { is: "target", id, name: name ?? undefined, status, targets: [] };
  });
}

function instancePages(client: Client): AsyncGenerator<Instance[]> {
  return pagesOf({
    ...{ name: `${client.name}: the list of instances`, deadline: client.context.deadline, first: "" },
    at: async (marker) => {
      const page = await client.call(api.instances, { path: {}, query: marker ? { marker } : {} });
      return { rows: page.instances, next: nextMarker(page) };
    },
    idOf: ({ id }) => id,
  });
}
