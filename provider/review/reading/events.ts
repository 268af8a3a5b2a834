import * as z from "zod";

const state = z.looseObject({ id: z.string().nullish() }).nullish();
const metadata = z.object({
  op: z.string(),
  urn: z.string(),
  old: state,
  new: state,
  keys: z.array(z.string()).nullish(),
});

/** The lines that the engine writes with PULUMI_ENABLE_STREAMING_JSON_PREVIEW, with the fields that are read here. */
const event = z.object({
  resourcePreEvent: z.object({ metadata }).optional(),
  diagnosticEvent: z.object({ urn: z.string().nullish(), message: z.string(), severity: z.string() }).optional(),
  summaryEvent: z
    .object({ resourceChanges: z.record(z.string(), z.number()).nullish(), result: z.string().nullish() })
    .optional(),
});

/** Returns whether an object is one of these lines. */
export function isEvent(json: object): boolean {
  return Object.hasOwn(json, "sequence") && Object.keys(json).some((name) => name.endsWith("Event"));
}

/** Returns whether the line ends a preview, with or without success. */
export function isLast(json: object): boolean {
  return Object.hasOwn(json, "summaryEvent") || Object.hasOwn(json, "cancelEvent");
}

/** Returns whether the line begins a preview. */
export function isFirst(json: object): boolean {
  return isEvent(json) && (json as { sequence: unknown }).sequence === 0;
}

/** Returns the events as the one object that a preview without streaming writes. */
export function previewOfEvents(lines: readonly object[]): object {
  const events = lines.map((line) => event.parse(line));
  const steps = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
  const summary = events.find(({ summaryEvent }) => summaryEvent)?.summaryEvent;
  const failed = summary?.result === "failed" ? [{ severity: "error", message: FAILED }] : [];
  return {
    steps: steps.map(({ old, new: next, keys, ...step }) => {
      return { ...step, oldState: old, newState: next, replaceReasons: keys };
    }),
    diagnostics: [...events.flatMap(({ diagnosticEvent }) => diagnosticEvent ?? []), ...failed],
    changeSummary: summary?.resourceChanges,
  };
}

/** The last of the errors. A policy of Pulumi's that is violated has no other one. */
const FAILED = "Pulumi says that the preview failed";
