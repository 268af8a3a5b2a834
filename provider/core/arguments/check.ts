import { isDeepStrictEqual } from "node:util";
import type { Loss } from "../../plan/losses";
import { guarded, UNKNOWN, whenDecided } from "../ground/unknowns";
import type { Common, Definition, Identity, Outputs, Rule, World } from "../kind/definition";
import { View } from "../kind/view";
import { logicalNameOf } from "../ledger/owned";
import { isDrifted } from "./drift";
import { argumentsAmong, isHidden } from "./inputs";
import { formerMarks } from "./names";
import { OWN_DOUBTS, OWN_RULES } from "./own-rules";
import { given, keepWriting, parseArguments } from "./parse-arguments";
import { secretsOf } from "./secrets";

export interface Checked {
  inputs: Outputs;
  failures: string[];
  /** Warnings about arguments that the vendor accepts and that are most often mistakes. */
  doubts: string[];
  /** The losses of a change or a replacement. A creation has none. */
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
  const known = guarded(args, undecided);

  const isReplaced = stored === undefined && world.replaced !== undefined;
  const replaced = stored ? olds : (world.replaced ?? {});
  const identity: Identity = { ...identityOf(definition, world.owner, replaced), isReplaced };
  for (const [name, derive] of Object.entries(definition.derived ?? {}) as [keyof A & string, Derive<A>][]) {
    args[name] ??= whenDecided(() => derive(known, identity, world), UNKNOWN as never);
  }
  const asked = { ...world, isWritten: (name: string) => news[name] !== undefined };
  const brokenOf = (rules: readonly Rule<A>[]) =>
    rules.flatMap(([property, broken]) => {
      const problem = whenDecided(() => broken(known, stored, asked), undefined);
      return problem ? [`${property}: ${problem}${given(args[property as keyof A], secrets.has(property))}`] : [];
    });
  const clash = world.clash?.(known);
  const failures = [
    ...parsed.failures,
    ...brokenOf([...definition.rules, ...OWN_RULES]),
    ...definition.idArguments.filter((name) => secrets.has(name)).map((name) => `${name}: ${NO_SECRET}`),
    ...(clash ? [clash] : []),
  ];
  const isRefused = failures.length > 0;
  const hidden = hiddenInputs(definition, args as Outputs, { news, olds, stored, replaced, former: identity.former });
  // The engine checks a replacement once more, as if it were new, and then without its option ignoreChanges.
  const before = stored ?? (world.compared && argumentsAmong(definition, world.compared));
  const losses = before ? lossesOf(definition, before, args, undecided, world.now) : [];
  const redactor = secretsOf(secrets, news, olds);
  const cleaned = (some: readonly string[]) => [...new Set(some)].map((text) => redactor.clean(text));
  return {
    // Nothing can be derived from refused arguments, and the engine accepts no unknown value in `up`.
    inputs: isRefused
      ? news
      : withoutAbsent({ ...(args as Outputs), ...hidden, summary: summaryOf(definition, args, secrets, news, olds) }),
    failures: cleaned(failures),
    doubts: isRefused ? [] : cleaned(brokenOf([...(definition.doubts ?? []), ...OWN_DOUBTS])),
    losses: losses.map((loss) =>
      isDrifted(olds, loss.property) ? { ...loss, text: `${loss.text}. ${UNDONE}` } : loss,
    ),
  };
}

interface Before {
  news: Outputs;
  olds: Outputs;
  /** The arguments among `olds`. */
  stored: object | undefined;
  /** The inputs of the stored resource, or of the one that this one replaces. */
  replaced: Outputs;
  /** The marks in the earlier names of that resource. */
  former: readonly string[];
}

/** Returns the hidden inputs: those of the program side, the mark of a generated name, earlier marks, and drift. */
function hiddenInputs<A extends Common>(
  definition: Definition<A>,
  args: Outputs,
  { news, olds, stored, replaced, former }: Before,
): Outputs {
  const hidden = Object.fromEntries(Object.entries(news).filter(([name]) => isHidden(name)));
  if (definition.derived?.name) {
    if (args.name !== undefined && news.name === undefined) hidden.__marked = true;
    const marks = args.name === replaced.name ? replaced.__former : former;
    if (Array.isArray(marks) && marks.length > 0) hidden.__former = marks;
  }
  // Drift is no difference: it is kept for a change, and a check without a change drops it.
  const isKept = olds.__drifted !== undefined && !isDeepStrictEqual(withoutAbsent(args), stored);
  return isKept ? { ...hidden, __drifted: olds.__drifted } : hidden;
}

const NONE: ReadonlySet<string> = new Set([]);

/** Returns the inputs of the program, without what `check` added before: with `ignoreChanges: ["*"]` the engine puts it back. */
function withoutPutBack(news: Outputs, olds: Outputs): Outputs {
  const { summary, ...others } = news;
  if (summary === undefined || summary !== olds.summary) return news;
  const { name, ...unnamed } = others;
  return olds.__marked === true && name === olds.name ? unnamed : others;
}

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
  undecided: (name: string) => boolean,
  now: Date,
): Loss[] {
  const known = guarded(args, undecided);
  const losses = definition.losses.map((loss) => whenDecided(() => loss(stored, known, now), undefined));
  return losses.filter((loss) => loss !== undefined);
}

function identityOf<A extends Common>(definition: Definition<A>, owner = "", replaced: Outputs): Identity {
  const stored = Object.keys(replaced).length > 0 ? argumentsAmong(definition, replaced) : undefined;
  return { owner, logicalName: logicalNameOf(owner), stored, former: formerMarks(replaced) };
}

function withoutAbsent(inputs: Outputs): Outputs {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}
