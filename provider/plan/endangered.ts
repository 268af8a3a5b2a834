interface DatedPoint {
  name: string;
  /** ISO 8601, UTC. */
  at: string | undefined;
}

const MOST_NAMED = 10;

/** Returns `2 recovery points: a (2030-01-01T01:00:00Z), b (2030-01-02T01:00:00Z)`, the oldest first, the rest as a number. */
export function pointsInWords(points: readonly DatedPoint[]): string {
  const sorted = [...points].sort((a, b) => (a.at ?? "").localeCompare(b.at ?? ""));
  const named = sorted.slice(0, MOST_NAMED).map(({ name, at }) => `${name} (${at ?? "time unknown"})`);
  const more = sorted.length - named.length;
  const rest = more > 0 ? `, and ${more} more up to ${sorted.at(-1)?.at ?? "an unknown time"}` : "";
  return `${points.length} recovery point${points.length === 1 ? "" : "s"}: ${named.join(", ")}${rest}`;
}
