import { isDeepStrictEqual } from "node:util";
import type { Loss } from "../../plan/losses";
import { guarded, UNKNOWN, whenDecided } from "../ground/unknowns";
import type { Common, Definition, Identity, Outputs, Rule, World } from "../kind/definition";
import { View } from "../kind/view";
import { logicalNameOf } from "../ledger/owned";
import { isDrifted } from "./drift";
import { argumentsAmong, isHidden } from "./inputs";
import { formerMarks } from "./names";
import { given, keepWriting, parseArguments } from "./parse-arguments";
import { secretsOf } from "./secrets";

export interface Checked {
  inputs: Outputs;
  failures: string[];
  /** Warnings about arguments that the vendor accepts and that are most often mistakes. */
  doubts: string[];
  /** The losses of a change. A creation has none. */
  losses: Loss[];
}

/**
 * Checks every rule of a resource and returns all failures at once. A rule that depends on a value that is not known yet is
 * left open; the engine checks again when everything is known, before any request.
 */
export function check<A extends Common>(
  definition: Definition<A>,
  olds: Outputs,
  declared: Outputs,
  world: World<A>,
): Checked {
  const { secrets = NONE } = world;
  const news = withoutPutBack(declared, olds);
  const stored = Object.keys(olds).length > 0 ? argumentsAmong(definition, olds) : undefined;
  const parsed = parseArguments(definition, news, secrets);
  if (stored) keepWriting(definition, parsed, stored);
  const args = parsed.args as A;
  const undecided = (name: string) => parsed.refused.has(name);

  const replaced = stored ? olds : (world.replaced ?? {});
  const isReplaced = stored === undefined && world.replaced !== undefined;
  const identity: Identity = { ...identityOf(definition, world.owner, replaced), isReplaced };
  for (const [name, derive] of Object.entries(definition.derived ?? {}) as [keyof A & string, Derive<A>][]) {
    args[name] ??= whenDecided(() => derive(guarded(args, undecided), identity, world), UNKNOWN as never);
  }
  const failures = [...parsed.failures];
  const asked = { ...world, isWritten: (name: string) => news[name] !== undefined };
  const brokenOf = (rules: readonly Rule<A>[]) =>
    rules.flatMap(([property, broken]) => {
      const problem = whenDecided(() => broken(guarded(args, undecided), stored, asked), undefined);
      return problem ? [`${property}: ${problem}${given(args[property as keyof A], secrets.has(property))}`] : [];
    });
  failures.push(...brokenOf([...definition.rules, ...RULES_OF_OURS]));
  for (const name of definition.idArguments) {
    if (secrets.has(name)) failures.push(`${name}: ${NO_SECRET}`);
  }
  const clash = world.clash?.(guarded(args, undecided));
  if (clash) failures.push(clash);
  const redactor = secretsOf(secrets, news, olds);
  const hidden = Object.entries(news).filter(([name]) => isHidden(name));
  if (definition.derived?.name) {
    if (args.name !== undefined && news.name === undefined) hidden.push(["__marked", true]);
    const former = args.name === replaced.name ? replaced.__former : identity.former;
    if (Array.isArray(former) && former.length > 0) hidden.push(["__former", former]);
  }
  // Drift is no difference: it is kept for a change, and a check without a change drops it.
  if (olds.__drifted !== undefined && !isDeepStrictEqual(withoutAbsent(args as Outputs), stored))
    hidden.push(["__drifted", olds.__drifted]);
  const checked = { ...(args as Outputs), ...Object.fromEntries(hidden) };
  // Nothing can be derived from refused arguments, and the engine accepts no unknown value in `up`.
  const inputs =
    failures.length > 0
      ? news
      : withoutAbsent({ ...checked, summary: summaryOf(definition, args, secrets, news, olds) });
  const losses = stored ? lossesOf(definition, stored, args, undecided, world.now) : [];
  const cleaned = (some: readonly string[]) => [...new Set(some)].map((text) => redactor.clean(text));
  return {
    inputs,
    failures: cleaned(failures),
    doubts: failures.length > 0 ? [] : cleaned(brokenOf([...(definition.doubts ?? []), ...DOUBTS_OF_OURS])),
    losses: losses.map((loss) =>
      isDrifted(olds, loss.property) ? { ...loss, text: `${loss.text}. ${UNDONE}` } : loss,
    ),
  };
}

const NONE: ReadonlySet<string> = new Set([]);

/** Returns the inputs of the program, without what `check` added before: with `ignoreChanges: ["*"]` the engine puts it back. */
function withoutPutBack(news: Outputs, olds: Outputs): Outputs {
  const { summary, ...others } = news;
  if (summary === undefined || summary !== olds.summary) return news;
  const { name, ...unnamed } = others;
  return olds.__marked === true && name === olds.name ? unnamed : others;
}

/** The rules of this package's own arguments, for every kind. */
const RULES_OF_OURS: readonly Rule<Common>[] = [
  [
    "name",
    ({ name, keepLast }, _stored, { isWritten }) =>
      isWritten?.("name") &&
      name !== undefined &&
      keepLast !== undefined &&
      "cannot stand beside keepLast, whose recovery points need a name each: leave name out, and each gets its own",
  ],
];

/** The rules whose failures are warnings, for every kind: arguments of this package that have no effect as written. */
const DOUBTS_OF_OURS: readonly Rule<Common>[] = [
  [
    "adopt",
    ({ adopt }, stored) =>
      stored !== undefined &&
      adopt !== undefined &&
      adopt !== stored.adopt &&
      "acts only when a resource is made, or while it is not sure what the resource has; here it changes nothing. To take " +
        "over what it names, run pulumi up --replace with this resource's URN; otherwise leave it out",
  ],
];

const UNDONE = "(A refresh saw that somebody changed it outside the program; this undoes that)";

const NO_SECRET =
  "cannot be secret: it becomes the resource's id, which Pulumi stores and shows in plain text; use pulumi.unsecret";

/** Returns the summary of these arguments, without secret values. */
export function summaryOf<A extends Common>(
  definition: Definition<A>,
  args: A,
  secrets: ReadonlySet<string>,
  ...holders: Outputs[]
): string {
  return shortened(secretsOf(secrets, ...holders).clean(definition.summary(new View(args, secrets))));
}

/** Cuts a summary to 140 characters, as Pulumi's display does; the words on delete at its end stay whole. */
function shortened(summary: string): string {
  const characters = [...summary];
  if (characters.length <= LONGEST_SUMMARY) return summary;
  const left = [...summary.slice(summary.lastIndexOf("; delete"))];
  return [...characters.slice(0, LONGEST_SUMMARY - left.length - 1), "…", ...left].join("");
}

const LONGEST_SUMMARY = 140;

type Derive<A> = (args: A, identity: Identity, world: World) => A[keyof A & string];

/** Returns the losses of the change from `stored` to `args`. */
export function lossesOf<A extends Common>(
  definition: Definition<A>,
  stored: A,
  args: A,
  undecided: (name: string) => boolean = () => false,
  now = new Date(),
): Loss[] {
  const known = guarded(args, undecided);
  const losses = definition.losses.map((loss) => whenDecided(() => loss(stored, known, now), undefined));
  return losses.filter((loss) => loss !== undefined);
}

function identityOf<A extends Common>(definition: Definition<A>, owner = "", replaced: Outputs = {}): Identity {
  const stored = Object.keys(replaced).length > 0 ? argumentsAmong(definition, replaced) : undefined;
  return { owner, logicalName: logicalNameOf(owner), stored, former: formerMarks(replaced) };
}

function withoutAbsent(inputs: Outputs): Outputs {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}
