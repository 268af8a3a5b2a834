/** Returns whether two ids of one service are equal, whatever the case of their letters. */
export function isSameId(one: string | null | undefined, other: string | null | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}

export function isAmong(ids: readonly string[], id: string): boolean {
  return ids.some((each) => isSameId(each, id));
}
