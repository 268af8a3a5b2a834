import { isSameId } from "../../../core/ground/same-id";
import type { Client } from "../../../core/http/client";
import type { Context } from "../../../core/kind/context";
import { sharedLook } from "../../../core/lists/shared-look";
import type { Freshness } from "../../../core/lists/shared-rows";
import { readable, type Unreadable } from "../../../core/lists/unreadable";
import { unlessGone } from "../../databases/gone";
import { api, type Row } from "../api";
import { NAME } from "../connection";
import type { Schedule } from "../schema";

/** Returns all schedules of the account, which all resources of a run share. */
export function schedulesOf(client: Client, freshness: Freshness): Promise<(Row | Unreadable)[]> {
  return sharedLook(client.context.run, `${NAME} schedules ${client.address}`, freshness, async () => {
    const { schedules } = await client.call(api.list, { path: {} });
    client.tellUnreadable(schedules);
    return schedules;
  });
}

/** Returns the schedule of a source. A row that cannot be read may be it, and is an error. */
export async function standingOf(client: Client, source: string, freshness: Freshness): Promise<Row | undefined> {
  const all = (await schedulesOf(client, freshness)).map(readable);
  return all.find((row) => isSameId(sourceOf(row), source));
}

/** Returns a schedule by its id, written as in the request; nothing where the account has none. */
export function showSchedule(client: Client, id: string): Promise<Row | undefined> {
  return unlessGone(async () => {
    const { schedule } = await client.call(api.show, { path: { id } });
    return isSameId(schedule.id, id) ? { ...schedule, id } : schedule;
  });
}

export function sourceOf({ source, instance_id }: Row): string | undefined {
  return source?.id ?? instance_id ?? undefined;
}

/** Returns whether the existing schedule is that of the state, which this creation replaces. */
export function isTheStates({ page: { before } }: Context, { id }: Row, { sourceId }: Schedule): boolean {
  if (before?.stored !== undefined) return isSameId(before.stored.scheduleId as string | undefined, id);
  // With --replace and a taint the engine does not show the state.
  return before !== undefined && isSameId(before.inputs.sourceId as string | undefined, sourceId);
}

/** Returns why a creation is refused where another schedule exists. */
export function occupied(row: Row, { sourceId }: Schedule): readonly [rule: string, mend: string] {
  return [
    `${sourceId} has schedule ${row.id} already, and Rackspace keeps one for each source`,
    `write adopt: "${row.id}" to take it over, or delete it`,
  ];
}
