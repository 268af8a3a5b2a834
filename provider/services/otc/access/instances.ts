import { z } from "zod";
import { endpoint } from "../../../core/http/endpoint";
import { rowsOf } from "../../../core/lists/shared-rows";
import type { Connection } from "./connection";
import { isInstanceGone } from "./errors";

const row = z.object({
  id: z.string(),
  status: z.string().nullish(),
  /** What is being done to it. */
  actions: z.array(z.unknown()).nullish(),
});

type Instance = z.output<typeof row>;

/** "Querying Instances and Details" of either service; not checked against a page. */
const list = endpoint("GET /v3/{projectId}/instances", z.object({ instances: z.array(row) }));

const PAGE = 100;

/** As of the last minute; nothing only when the service has none of that id now. */
export function findInstance(connection: Connection, instanceId: string): Promise<Instance | undefined> {
  const key = ["instances", connection.client.address, connection.projectId].join(" ");
  const source = {
    pages: () => pages(connection, {}),
    one: async (id: string) => {
      for await (const page of pages(connection, { id })) {
        const found = page.find((each) => each.id === id);
        if (found) return found;
      }
      return undefined;
    },
  };
  return rowsOf<Instance>(key, ({ id }) => id).one(instanceId, source, "lately");
}

async function* pages({ client, projectId }: Connection, query: Record<string, string>): AsyncGenerator<Instance[]> {
  for (let offset = 0, full = true; full; offset += PAGE) {
    const page = await pageOf(client, projectId, { ...query, offset, limit: PAGE });
    yield page;
    full = page.length === PAGE;
  }
}

/** To ask for one that is gone is an error to some versions of the services. */
async function pageOf(client: Connection["client"], projectId: string, query: Record<string, string | number>) {
  try {
    return (await client.call(list, { path: { projectId }, query })).instances;
  } catch (error) {
    if (isInstanceGone(error)) return [];
    throw error;
  }
}
