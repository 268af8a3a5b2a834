import type { OurResource } from "../reviewed-stack";
import { type Finding, type Rule, undecided, violated } from "../rule";

interface Config {
  machines: Record<string, string>;
}

/** Whatever takes the machine away must not take its recovery points with it. */
export const separateDestination: Rule<Config> = {
  name: "separate-destination",
  description: "Recovery points are not kept on the machine that they protect.",
  level: "mandatory",
  config: {
    machines: {
      type: "object",
      additionalProperties: { type: "string", minLength: 1 },
      default: {},
      description:
        'The machine of a storage whose vendor does not say it, in the words of the finding: { "custom_s3, storage 20": "server 15" }; "elsewhere" if it is on no machine that is backed up.',
    },
  },
  judge: ({ ours }, config) => ours.flatMap((resource) => judge(resource, config) ?? []),
};

const WAYS = '"server …" or "elsewhere"';

function judge(resource: OurResource, { machines }: Config): Finding | undefined {
  const { destination, target, off } = resource.described;
  if (off.value) return undefined;
  const words = resource.shown(destination.words);
  const machine = Object.hasOwn(machines, destination.words) ? machines[destination.words] : undefined;
  const ids = Object.entries(target.ids);
  const isHere = ids.some(([argument, { value }]) => `${argument} ${value}` === machine);
  if (destination.onProtectedMachine.value) {
    return violated(resource, `its recovery points would be lost with what they protect: ${words}`);
  }
  if (isHere) {
    return violated(resource, `its recovery points are kept on the machine that they protect: ${words}`);
  }
  if (machine !== undefined) {
    // A misspelt machine would match nothing, and count as another one.
    const named = ids.filter(([argument]) => machine.startsWith(`${argument} `));
    if (machine !== "elsewhere" && named.length === 0)
      return violated(resource, `machines says ${JSON.stringify(machine)} for it: write ${WAYS}`);
    const open = named.some(([, { missing }]) => missing === "not known yet");
    return open ? undecided(resource, `whether it protects ${machine} is not known yet`) : undefined;
  }
  const { missing } = destination.onProtectedMachine;
  if (!missing) return undefined;
  const how = missing === "not known yet" ? "" : `; say where that stands in machines: { "${words}": ${WAYS} }`;
  return undecided(resource, `whether it keeps its recovery points apart from what they protect is ${missing}${how}`);
}
