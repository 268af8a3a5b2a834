import * as z from "zod";
import { isSameId } from "../../../core/ground/same-id";
import { endpoint } from "../../../core/http/endpoint";
import { type Freshness, rowsOf } from "../../../core/lists/shared-rows";
import { aside } from "../../../core/lists/unreadable";
import type { Connection } from "./connection";
import { offsetPages } from "./offset-pages";

const row = z.object({
  id: z.string(),
  name: aside(z.string()),
  status: z.string().nullish(),
  /** The running actions. */
  actions: z.array(z.unknown()).nullish(),
  /** Whether it is a replica, among other things. */
  type: aside(z.string()),
  datastore: aside(z.object({ type: aside(z.string()) })),
});

export type Instance = z.output<typeof row>;

/** "Querying Instances and Details", RDS: "Querying DB Instances". */
const list = endpoint(
  "GET /v3/{projectId}/instances",
  z.object({ instances: z.array(row), total_count: aside(z.coerce.number()) }),
);

/** Returns an instance as of the last minute or now; nothing only where the service has none of that id now. */
export function findInstance(
  connection: Connection,
  instanceId: string,
  freshness: Freshness = "lately",
): Promise<Instance | undefined> {
  const key = ["instances", connection.client.address, connection.projectId].join(" ");
  const source = {
    pages: () => instancePages(connection),
    one: async (id: string) => {
      for await (const page of pages(connection, { id })) {
        const found = page.find((each) => isSameId(each.id, id));
        if (found) return found;
      }
      return undefined;
    },
  };
  const { run } = connection.client.context;
  return rowsOf<Instance>(run, key, ({ id }) => id).one(instanceId, source, freshness);
}

/** Returns all instances of the project, page by page. */
export function instancePages(connection: Connection): AsyncGenerator<Instance[]> {
  return pages(connection, {});
}

function pages(connection: Connection, query: Record<string, string>): AsyncGenerator<Instance[]> {
  const gone = connection.service.says.instanceGone;
  return offsetPages(connection, {
    of: "instances",
    list,
    query,
    gone,
    rowsIn: ({ instances: rows, total_count: total }) => ({ rows, total }),
  });
}
