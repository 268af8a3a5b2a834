import type { Client } from "../../core/http/client";
import type { Context } from "../../core/kind/context";
import { pagesOf, rowsOnce } from "../../core/lists/pages";
import { type Freshness, rowsOf } from "../../core/lists/shared-rows";
import type { Unreadable } from "../../core/lists/unreadable";
import { api, nextMarker, type Row } from "./api";
import { isRackspace } from "./configuration";
import { unlessGone } from "./gone";

/** The size of a page. Rackspace answers fewer rows and a link to the next page. */
const PAGE = 1000;

/** Returns a backup by its id; nothing where the account has none. */
export async function showBackup(client: Client, id: string): Promise<Row | undefined> {
  return unlessGone(async () => (await client.call(api.show, { path: { id } })).backup);
}

/** Returns the backups of an account, which all resources of a run share. */
export function backupsOf(client: Client) {
  const rows = rowsOf<Row>(client.context.run, `Trove ${client.address}`, (row) => row.id);
  const source = { pages: () => pages(client), one: (id: string) => showBackup(client, id) };
  return {
    all: (freshness: Freshness) => rows.all(source, freshness),
    /** Returns all, including those that cannot be read. */
    whole: (freshness: Freshness) => rows.whole(source, freshness),
    one: (id: string, freshness: Freshness) => rows.one(id, source, freshness),
  };
}

/** Rackspace's page "Pagination": a page has at most 20 rows, and backups are not among the paged calls. So a list may be cut. */
const RACKSPACE_PAGE = 20;

function tellCut({ settings, log }: Context): void {
  if (!isRackspace(settings)) return;
  log.warn(
    `Rackspace lists ${RACKSPACE_PAGE} backups and no next page, which is as many as a page has: the list may be cut, and a ` +
      "backup that it lacks may exist",
  );
}

/** Returns the backups of one instance: another list than that of the account. */
export async function backupsOfInstance(client: Client, instance: string): Promise<(Row | Unreadable)[]> {
  const ask = (query: Query) => client.call(api.ofInstance, { path: { instance }, query });
  return (await unlessGone(() => rowsOnce(pages(client, ask), ({ id }) => id))) ?? [];
}

type Query = Record<string, string>;

const ofAccount = (client: Client) => (query: Query) =>
  client.call(api.list, { path: {}, query: { limit: PAGE, ...query } });

function pages(client: Client, ask = ofAccount(client)): AsyncGenerator<(Row | Unreadable)[]> {
  return pagesOf({
    ...{ name: `${client.name}: the list of backups`, deadline: client.context.deadline, first: "" },
    at: async (marker) => {
      const page = await ask(marker ? { marker } : {});
      client.tellUnreadable(page.backups);
      const next = nextMarker(page);
      // If an earlier page had a link, backups are paged, and this page is the last one.
      if (page.backups.length === RACKSPACE_PAGE && next === undefined && !marker) tellCut(client.context);
      return { rows: page.backups, next };
    },
    idOf: ({ id }) => id,
  });
}
