import { ServiceError } from "../../../core/ground/errors";
import type { Endpoint } from "../../../core/http/endpoint";
import { pagesOf, rowsOnce } from "../../../core/lists/pages";
import { type Freshness, type RowSource, rowsOf } from "../../../core/lists/shared-rows";
import { api, type Server, type Storage } from "../api";
import type { Account } from "../connection";
import type { Plan } from "../schema";

interface Named {
  id: number;
  name?: string | null | undefined;
}

interface Page<Row> {
  data: Row[];
  last_page: number;
  total?: number | null | undefined;
}

type Place = Pick<Plan, "organization" | "server">;

const idOf = ({ id }: Named) => `${id}`;

/** The things of the account, which all resources share. One is missing only when ServerAvatar says so now. */
export class ServerAvatarLookUps {
  constructor(private readonly account: Account) {}

  async organizations(): Promise<Named[]> {
    return (await this.account.client.call(api.organizations, { path: {} })).organizations;
  }

  servers(organization: number): Promise<Named[]> {
    return rowsOnce(
      this.pages(api.servers, { organization }, (reply) => reply.servers),
      idOf,
    );
  }

  applications(place: Place): Promise<Named[]> {
    return rowsOnce(
      this.pages(api.applications, place, (reply) => reply.applications),
      idOf,
    );
  }

  databases(place: Place): Promise<Named[]> {
    return rowsOnce(
      this.pages(api.databases, place, (reply) => reply.databases),
      idOf,
    );
  }

  organization(organization: number): Promise<Named | undefined> {
    const pages = async function* (this: ServerAvatarLookUps) {
      yield await this.organizations();
    }.bind(this);
    return this.listed("organizations", `${organization}`, pages);
  }

  server({ organization, server }: Place): Promise<Server | undefined> {
    const path = { organization, server };
    const client = this.account.client;
    const pages = () => this.pages(api.servers, path, (reply) => reply.servers);
    const one = () => unlessMissing("server", async () => (await client.call(api.server, { path })).server);
    return this.rows<Server>(`servers ${organization}`).one(`${server}`, { pages, one }, "lately");
  }

  application({ organization, server, applicationId }: Place & Pick<Plan, "applicationId">) {
    const path = { organization, server, applicationId };
    const client = this.account.client;
    const pages = () => this.pages(api.applications, path, (reply) => reply.applications);
    const one = () =>
      unlessMissing("application", async () => (await client.call(api.application, { path })).application);
    return this.rows<Named>(`applications ${organization} ${server}`).one(`${applicationId}`, { pages, one }, "lately");
  }

  database(place: Place, databaseId: number): Promise<Named | undefined> {
    const pages = () => this.pages(api.databases, place, (reply) => reply.databases);
    return this.listed(`databases ${place.organization} ${place.server}`, `${databaseId}`, pages);
  }

  storage(organization: number, storageId: number): Promise<Storage | undefined> {
    const pages = () => this.pages(api.storages, { organization }, (reply) => reply);
    return this.listed<Storage>(`storages ${organization}`, `${storageId}`, pages);
  }

  private rows<Row extends Named>(what: string) {
    return rowsOf<Row>(this.account.context.run, `${this.account.key} ${what}`, idOf);
  }

  /** Returns a thing that only a list shows. A list that lacks it is read once more, as it may be a minute old. */
  private async listed<Row extends Named>(what: string, id: string, pages: RowSource<Row>["pages"]) {
    const find = async (freshness: Freshness) => {
      const source = { pages, one: async () => undefined };
      return (await this.rows<Row>(what).all(source, freshness)).find((row) => idOf(row) === id);
    };
    return (await find("lately")) ?? find("now");
  }

  private pages<Reply, Row extends Named, Name extends string>(
    to: Endpoint<Reply, Name>,
    path: Record<Name, string | number>,
    pageIn: (reply: Reply) => Page<Row>,
  ): AsyncGenerator<Row[]> {
    const { client, context } = this.account;
    return pagesOf<Row, number>({
      ...{ name: `${client.name}: GET ${to.path}`, deadline: context.deadline, first: 1, idOf },
      at: async (page) => {
        const { data, last_page, total } = pageIn(await client.call(to, { path, query: { pagination: 1, page } }));
        return { rows: data, total, next: page < last_page ? page + 1 : undefined };
      },
    });
  }
}

async function unlessMissing<Row>(what: string, ask: () => Promise<Row>): Promise<Row | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error, what)) return undefined;
    throw error;
  }
}

/** Returns what is missing, by the words of ServerAvatar's own 404. */
export function isMissing(error: unknown, ...what: string[]): boolean {
  if (!(error instanceof ServiceError) || error.status !== 404) return false;
  const { message = "" } = (error.body ?? {}) as { message?: string };
  return what.some((word) => new RegExp(`^${word} not found`, "i").test(message));
}
