import { z } from "zod";

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

/** What `pulumi preview --json` writes, as far as it is read here; the same in engines 3.150 and 3.250. */
const form = z.object({
  steps: z.array(step).nullish(),
  diagnostics: z.array(diagnostic).nullish(),
  changeSummary: z.record(z.string(), z.number()).nullish(),
});

export type Step = z.output<typeof step>;

export interface Diagnostic {
  urn: string | undefined;
  message: string;
}

export interface Preview {
  steps: Step[];
  warnings: Diagnostic[];
  /** What it stopped at. */
  errors: Diagnostic[];
  /** Whether what does not change is listed (`--show-sames`), as far as there is any. */
  listsSames: boolean;
}

/** Reads the one JSON object that there is in the text; an error tells why it is no preview. */
export function readPreview(text: string): Preview {
  const begin = /^\s*\{/m.exec(text)?.index;
  if (begin === undefined) throw new Error(`its output is ${text.trim() === "" ? "empty" : "no JSON"}; ${WANTED}`);
  const json = jsonIn(text.slice(begin));
  // Whatever has none of these would read as a preview without a change, and let every loss pass.
  const isPreview = OF_A_PREVIEW.some((name) => Object.hasOwn(json, name));
  if (!isPreview && Object.hasOwn(json, "resourcePlans"))
    throw new Error(`its output is a plan of --save-plan; ${WANTED}`);
  if (!isPreview) throw new Error(`its output is JSON, but has none of ${OF_A_PREVIEW.join(", ")}; ${WANTED}`);
  const parsed = form.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`its output is not that of pulumi preview --json: ${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { steps, diagnostics, changeSummary } = parsed.data;
  const all = (diagnostics ?? []).map(({ urn, message, severity }) => ({ urn: urn ?? undefined, message, severity }));
  return {
    steps: steps ?? [],
    warnings: all.filter(({ severity }) => severity === "warning"),
    errors: all.filter(({ severity }) => severity === "error"),
    listsSames: (steps ?? []).filter(({ op }) => op === "same").length >= (changeSummary?.same ?? 0),
  };
}

const WANTED = "wanted is what pulumi preview --json --show-sames writes";

const OF_A_PREVIEW = ["steps", "diagnostics", "changeSummary"];

function jsonIn(text: string): object {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`its output breaks off or is no JSON: ${(error as Error).message}`);
  }
}
