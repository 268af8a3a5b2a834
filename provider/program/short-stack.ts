/** The number of Pulumi's own stack lines, up to the constructor of the resource. */
const PULUMIS = 5;
/** The function with which Pulumi's SDK records a stack for each promise. */
const PER_PROPERTY = "debuggablePromise";
/** The number of stack lines, from the line that made the resource. */
const PROGRAMS = 3;

/**
 * Shortens the stacks of errors until the returned function is called. Pulumi stores the call stack of every resource, some 500
 * bytes of module loaders each, and writes the state anew after each step. It also formats a stack for each property that only
 * its own debugging reads: with source maps that takes most of the time of a resource.
 */
export function shortenStacks(): () => void {
  const previous = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, sites) => {
    if (sites[0]?.getFunctionName() === PER_PROPERTY) return `${error}`;
    const program = sites.slice(PULUMIS).filter((site) => isProgram(site.getFileName()));
    const kept = [...sites.slice(0, PULUMIS), ...program.slice(0, PROGRAMS)];
    return previous ? previous(error, kept) : [`${error}`, ...kept.map((site) => `    at ${site}`)].join("\n");
  };
  return () => {
    Error.prepareStackTrace = previous;
  };
}

function isProgram(file: string | null | undefined): boolean {
  return !!file && !file.startsWith("node:") && !file.includes("node_modules");
}
