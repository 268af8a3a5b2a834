import * as z from "zod";
import { isEvent, isFirst, isLast, previewOfEvents } from "./events";
import { jsonObjectsIn } from "./json-objects";

const properties = z.record(z.string(), z.unknown()).nullish();

const state = z.object({
  id: z.string().nullish(),
  urn: z.string().nullish(),
  inputs: properties,
  outputs: properties,
  retainOnDelete: z.boolean().nullish(),
});

const step = z.object({
  op: z.string(),
  urn: z.string(),
  oldState: state.nullish(),
  newState: state.nullish(),
  replaceReasons: z.array(z.string()).nullish(),
});

const diagnostic = z.object({ urn: z.string().nullish(), message: z.string(), severity: z.string().nullish() });

/** The output of `pulumi preview --json`, with the fields that are read here. Engines 3.150 and 3.250 write them alike. */
const form = z.object({
  steps: z.array(step).nullish(),
  diagnostics: z.array(diagnostic).nullish(),
  changeSummary: z.record(z.string(), z.number()).nullish(),
});

export type Step = z.output<typeof step>;

export interface Diagnostic {
  urn: string | undefined;
  /** The message, without the words that Pulumi writes before it. */
  message: string;
}

export interface Preview {
  steps: Step[];
  warnings: Diagnostic[];
  /** The errors at which the preview stopped. */
  errors: Diagnostic[];
  /** Whether unchanged resources are listed (`--show-sames`), if there are any. */
  listsSames: boolean;
}

/** Returns the preview in a text; throws why there is none. */
export function readPreview(text: string): Preview {
  const json = previewIn(text);
  // Any other object would count as a preview without changes, and every loss would pass.
  if (!isPreview(json) && Object.hasOwn(json, "resourcePlans"))
    throw new Error(`its output is a plan of --save-plan; ${WANTED}`);
  if (!isPreview(json)) throw new Error(`its output is JSON, but has none of ${OF_A_PREVIEW.join(", ")}; ${WANTED}`);
  const parsed = form.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`its output is not that of pulumi preview --json: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { diagnostics, changeSummary } = parsed.data;
  const all = parsed.data.steps ?? [];
  const whole = new Map(all.filter(({ op }) => /^(replace|update)$/.test(op)).map(({ op, urn }) => [urn, op]));
  const steps = all.filter(({ op, urn }) => !isPart(op, whole.get(urn)));
  const said = (severity: string, before: RegExp) =>
    (diagnostics ?? [])
      .filter((each) => each.severity === severity)
      .map(({ urn, message }) => ({ urn: urn ?? undefined, message: message.replace(before, "").trim() }));
  return {
    steps,
    warnings: said("warning", /^warning: /),
    errors: said("error", /^(?:error: )?(?:.*? has a problem: )?/s),
    listsSames: steps.filter(({ op }) => op === "same").length >= (changeSummary?.same ?? 0),
  };
}

/**
 * Returns whether a step is a part of another one of its resource: the engine lists an import beside the update of what is
 * imported, and in streamed events or with --show-replacement-steps the parts of a replacement.
 */
function isPart(op: string, whole: string | undefined): boolean {
  return whole !== undefined && (op === "import" || (whole === "replace" && op.endsWith("-replacement")));
}

const WANTED = "give what pulumi preview --json --show-sames writes";

const OF_A_PREVIEW = ["steps", "diagnostics", "changeSummary"];

/** Returns the preview: one object, or a line for each event. Lines of other programs may stand between. */
function previewIn(text: string): object {
  const all = objectsIn(text);
  const [first] = all;
  if (first === undefined) throw new Error(`its output is ${text.trim() === "" ? "empty" : "not JSON"}; ${WANTED}`);
  const count = all.filter((json) => isPreview(json) || isFirst(json)).length;
  if (count > 1) throw new Error(`its output has ${count} previews, and a report is about one: review each by itself`);
  const events = all.filter(isEvent);
  if (events.length === 0) return all.find(isPreview) ?? first;
  if (events.some(isLast)) return previewOfEvents(events);
  throw new Error("its output breaks off: the event that ends a preview is missing");
}

function objectsIn(text: string): object[] {
  const all: object[] = [];
  try {
    for (const json of jsonObjectsIn(text)) all.push(json);
  } catch (error) {
    if (!all.some((json) => isPreview(json) || isLast(json)))
      throw new Error(`its output breaks off or is not JSON: ${(error as Error).message}`);
  }
  return all;
}

function isPreview(json: object): boolean {
  return OF_A_PREVIEW.some((name) => Object.hasOwn(json, name));
}
