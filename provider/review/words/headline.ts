import type { Report } from "../report";
import { plural } from "./phrases";

/** Returns a sentence on what happens on merge, and one on what else needs a look. */
export function headline(report: Report): string {
  const [sign, sentence] = onMerge(report);
  const seen = toBeSeen(report);
  return `${seen && sign === "✅" ? "⚠️" : sign} ${[sentence, seen].filter(Boolean).join("; ")}`;
}

function onMerge(report: Report): [sign: string, sentence: string] {
  const { incomplete, losses, undecided, takeovers } = report;
  const of = (...consents: string[]) => losses.filter(({ consent }) => consents.includes(consent)).length;
  const missing = of("missing");
  if (missing > 0) {
    const more = of("agreed") > 0 ? ` (${of("agreed")} more agreed to)` : "";
    return ["❌", `${plural(missing, "loss", "losses")} without consent: on merge, \`pulumi up\` refuses${more}`];
  }
  if (incomplete) return ["❌", "incomplete: what happens on merge is not known"];
  const others = losses.length - of("retained");
  if (others > 0) {
    const [agreed, unasked] = [of("agreed", "not known yet"), of("not asked")];
    const who = [
      ...(agreed > 0 ? [`${agreed} agreed to`] : []),
      ...(unasked > 0 ? [`${unasked} by leaving the program`] : []),
    ];
    const happen = others === 1 ? "it happens" : "they happen";
    return ["⚠️", `${plural(others, "loss", "losses")}, none without consent: on merge ${happen} (${who.join(", ")})`];
  }
  if (undecided.length > 0) {
    const are = plural(undecided.length, "resource is", "resources are");
    return ["❔", `no loss is known, ${are} not decided yet: on merge, \`pulumi up\` decides`];
  }
  if (takeovers.length > 0) {
    const resources = plural(takeovers.length, "resource");
    return ["❔", `no loss is known: on merge, \`pulumi up\` compares ${resources} with what stands there`];
  }
  return ["✅", isUnchanged(report) ? "no change on merge" : "nothing is lost on merge"];
}

/** Returns whether a merge changes nothing, or takes no more than gone resources out of the state. */
function isUnchanged({ changes, outside }: Report): boolean {
  const gone = new Set(outside.map(({ resource }) => resource.urn));
  const isOnlyRefreshed = changes.every(({ change, resource }) => change === "removed" && gone.has(resource.urn));
  return isOnlyRefreshed && (changes.length > 0 || outside.length === 0);
}

const WORDS: { [health: string]: string } = {
  overdue: "overdue",
  failed: "failed",
  "never-ran": "never ran",
  unknown: "not refreshed for long",
  unfinished: "unfinished",
};

function toBeSeen({ renamed, unhealthy, outside }: Report): string {
  const of = (health: string) => unhealthy.filter((each) => each.health === health).length;
  const parts = Object.keys(WORDS).flatMap((health) => (of(health) > 0 ? [`**${of(health)} ${WORDS[health]}**`] : []));
  const gone = outside.filter(({ found }) => found === "gone").length;
  return [
    ...(renamed.length > 0 ? [`**${plural(renamed.length, "looks", "look")} renamed**`] : []),
    ...parts,
    ...(gone > 0 ? [`**${gone} gone outside**`] : []),
  ].join(", ");
}
