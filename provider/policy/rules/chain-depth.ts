import { UNKNOWN } from "../../core/ground/unknowns";
import { type Stated, stated } from "../../plan/stated";
import type { OurResource, ReviewedStack } from "../reviewed-stack";
import { type Finding, type Rule, undecided, violated } from "../rule";

interface Config {
  maximum: number;
}

/** Source: Rackspace's page "Create backup": "the chances of a restore failure increase with the number of nested backups". */
export const chainDepth: Rule<Config> = {
  name: "chain-depth",
  description: "A restore needs few incremental recovery points: each one raises the chance that it fails.",
  level: "advisory",
  config: {
    maximum: {
      type: "integer",
      minimum: 0,
      default: 6,
      description:
        "The most incremental recovery points on a full one: 6 is a full one a week and incrementals between.",
    },
  },
  judge: ({ ours }, config) => ours.flatMap((resource) => judge(resource, ours, config) ?? []),
};

function judge(resource: OurResource, ours: ReviewedStack["ours"], { maximum }: Config): Finding | undefined {
  const { depth, open } = chainOf(resource, ours);
  if (depth > maximum) {
    const most = `at most ${maximum} ${maximum === 1 ? "is" : "are"} allowed; take a full backup`;
    return violated(
      resource,
      `a restore needs ${open ? "at least " : ""}${depth} incremental recovery point${depth === 1 ? "" : "s"} beside the full one; ${most}`,
    );
  }
  if (!open) return undefined;
  return undecided(resource, `how many incremental recovery points a restore needs: ${open}`);
}

interface Chain {
  /** How many incremental recovery points a restore needs beside the full one, as far as is known. */
  depth: number;
  /** Why there may be more. */
  open?: string;
}

function chainOf(resource: OurResource, ours: ReviewedStack["ours"], seen: readonly OurResource[] = []): Chain {
  const id = parentIdOf(resource);
  if (!id) return { depth: 0 };
  const parent = parentOf(resource, id, ours);
  if (typeof parent === "string") return { depth: 1, open: parent };
  if (seen.includes(parent)) return { depth: 1, open: "its parents lead back to itself" };
  const { depth, open } = chainOf(parent, ours, [...seen, resource]);
  return { depth: depth + 1, open };
}

/** Returns the parent that the service answered, else the parent that was asked for. */
function parentIdOf({ definition, described, props }: OurResource): Stated<string> | undefined {
  const answered = definition.answeredParent?.(props);
  if (typeof answered === "string" && answered !== UNKNOWN) return stated(answered);
  // The service chooses none where there was none: then it made a full one.
  const none = answered === null && described.parent?.missing === "chosen by the service";
  return none ? undefined : described.parent;
}

/** Returns the parent, or why it is not known. */
function parentOf(resource: OurResource, id: Stated<string>, ours: ReviewedStack["ours"]): OurResource | string {
  const byId = ours.find(({ definition, props }) => id.value && definition.thing.id(props) === id.value);
  if (byId) return byId;
  const others = Object.entries(resource.references).filter(([name]) => !(name in resource.described.target.ids));
  const named = others.flatMap(([, lineages]) => lineages.map(([urn]) => urn));
  const [referred, second] = ours.filter(({ kind, urn }) => kind === resource.kind && named.includes(urn));
  if (referred && !second) return referred;
  if (id.missing) return `what it is built on is ${id.missing}`;
  return `what it is built on, ${resource.shown(id.value)}, is not in this stack`;
}
