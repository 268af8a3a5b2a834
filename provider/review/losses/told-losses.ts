import { lossesTold } from "../../plan/refusal";
import { partsOf } from "../reading/parts-of";
import type { Diagnostic } from "../reading/preview";
import type { ReportedLoss } from "../report";

/**
 * Returns the losses in the provider's own messages. The provider sees what the preview's JSON leaves out: secret values, and
 * the resource at which the preview stopped.
 */
export function toldLosses({ urn, message }: Diagnostic): ReportedLoss[] {
  const { name, kind } = partsOf(urn ?? "");
  if (urn === undefined || kind === undefined) return [];
  return lossesTold(name, message).map(({ kind: loss, line, property, text: words, otherwise }) => ({
    resource: { name, kind, urn },
    kind: loss,
    text: `${property}: ${words}`,
    numbers: [],
    consent: "missing",
    allow: { [loss]: line },
    otherwise,
  }));
}

/** Returns the losses of both sources, each once. Where they differ, the provider's message counts. */
export function withTold(found: readonly ReportedLoss[], told: readonly ReportedLoss[]): ReportedLoss[] {
  const keyOf = ({ kind, resource }: ReportedLoss) => `${resource.urn} ${kind}`;
  const toldOnce = new Map(told.map((loss) => [keyOf(loss), loss]));
  const all = found.map((loss) => {
    const ofProvider = toldOnce.get(keyOf(loss));
    toldOnce.delete(keyOf(loss));
    if (!ofProvider || loss.consent === "retained") return loss;
    const text = ofProvider.text.startsWith(loss.text) ? ofProvider.text : loss.text;
    return { ...loss, text, consent: "missing" as const };
  });
  return [...all, ...toldOnce.values()];
}
