/** How long nothing is sent again that a service may have carried out, and may show late. */
export const RESENT_HOURS = 24;

/** How long ago something was sent without a clear answer, in hours by the service's clock. */
export function hoursSince(doubtedAt: string, now: number): number {
  return (now - Date.parse(doubtedAt)) / 3_600_000;
}
