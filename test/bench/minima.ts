/** How much is measured: all of it, or a little while something is built. */
export interface Extent {
  runs: number;
  /** How many resources stand for 1, 100, 500 and 1,000. */
  sizes: readonly number[];
  report: (line: string) => void;
}

/** The least that each of these took in so many runs, one after the other in every round. */
export async function minima<Name extends string>(
  { runs, report }: Extent,
  measured: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const least = new Map<Name, number>();
  for (let round = 1; round <= runs; round++) {
    for (const [name, measure] of Object.entries(measured) as [Name, () => Promise<number>][]) {
      const seconds = await measure();
      least.set(name, Math.min(seconds, least.get(name) ?? Number.POSITIVE_INFINITY));
      report(`  ${name}, run ${round} of ${runs}: ${seconds.toFixed(2)}`);
    }
  }
  return Object.fromEntries(least) as Record<Name, number>;
}
