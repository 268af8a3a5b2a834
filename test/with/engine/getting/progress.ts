// A log of a build server keeps every line; a person at a terminal wants to see that it moves.
const tickSeconds = process.stderr.isTTY ? 10 : 30;

/** Tells, as long as the work lasts, how many seconds have passed. */
export async function withProgress<T>(
  report: (line: string) => void,
  line: (seconds: number) => string,
  work: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const tick = () => report(line(Math.round((performance.now() - start) / 1000)));
  const timer = setInterval(tick, tickSeconds * 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
