import { services as ours, type Services } from "../services/services";
import { changeReport } from "./changes";
import { unhealthIn } from "./health";
import { lossReports } from "./loss-reports";
import { notCovered } from "./not-covered";
import { unknownOperations } from "./reading/operations";
import { partsOf } from "./reading/parts-of";
import { type Preview, readPreview } from "./reading/preview";
import { type Reviewed, reviewedIn } from "./reading/reviewed";
import type { Report, ReportedLoss } from "./report";
import { staleConsents } from "./stale-consents";
import { toldLosses, withTold } from "./told-losses";
import { undecidedIn } from "./undecided";
import { whichOf } from "./words/which";

/** What the JSON of a preview means for the backups of these services, at the time `now`. */
export function review(text: string, now: Date, services: Services = ours): Report {
  let preview: Preview;
  try {
    preview = readPreview(text);
  } catch (error) {
    return { ...empty(now), exitCode: 1, incomplete: { at: "its start", why: (error as Error).message } };
  }
  const all = reviewedIn(preview, services);
  const losses = lossesIn(preview, all, now, services);
  const incomplete = stopOf(preview);
  const lacking = losses.some(({ consent }) => consent === "missing");
  return {
    ...empty(now),
    exitCode: incomplete ? 1 : lacking ? 2 : 0,
    ...(incomplete && { incomplete }),
    untold: untold(preview),
    losses,
    undecided: undecidedIn(all, now),
    staleConsents: staleConsents(all, losses),
    unhealthy: all.flatMap((each) => {
      const what = unhealthIn(each, now);
      return what ? [{ resource: whichOf(each), what }] : [];
    }),
    changes: all.filter(({ change }) => change !== "unchanged").map((each) => changeReport(each, all, now)),
    unchanged: countByKind(all.filter(({ change }) => change === "unchanged")),
    notCovered: notCovered(all),
    clocks: clocksOf(all),
  };
}

function empty(now: Date): Report {
  return {
    version: 1,
    now: now.toISOString(),
    exitCode: 0,
    untold: [],
    losses: [],
    undecided: [],
    staleConsents: [],
    unhealthy: [],
    changes: [],
    unchanged: {},
    notCovered: [],
    clocks: {},
  };
}

/** Those that nobody agreed to first. */
const ORDER = ["missing", "not known yet", "not asked", "agreed", "retained"];

function lossesIn(
  { steps, warnings, errors }: Preview,
  all: readonly Reviewed[],
  now: Date,
  services: Services,
): ReportedLoss[] {
  const found = [...unknownOperations(steps, services), ...all.flatMap((each) => lossReports(each, all, now))];
  const told = [...errors, ...warnings].flatMap(toldLosses);
  return withTold(found, told).sort((a, b) => ORDER.indexOf(a.consent) - ORDER.indexOf(b.consent));
}

function stopOf({ errors: [first] }: Preview): Report["incomplete"] {
  if (!first) return undefined;
  const { name, kind } = partsOf(first.urn ?? "");
  const why = first.message
    .replace(/^error: /, "")
    .replace(/^.*? has a problem: /s, "")
    .trim();
  return { at: name === "" ? "the program" : kind ? `${name} (${kind})` : name, why };
}

function untold({ listsSames, errors }: Preview): string[] {
  const isRefused = errors.some((each) => toldLosses(each).length > 0);
  return [
    ...(listsSames
      ? []
      : [
          "What does not change is not listed in this preview, so unchanged plans, overdue ones among them, are not told here: run pulumi preview --json --show-sames.",
        ]),
    ...(isRefused
      ? [
          "It stopped at a loss without consent: with BACKUP_PLANS_LOSSES=report in its environment a preview goes on, and all of them are told here.",
        ]
      : []),
    ...(errors.length > 0 ? ["What comes after the stop, deletions above all, is not in this preview."] : []),
  ];
}

function countByKind(all: readonly Reviewed[]): Report["unchanged"] {
  const counts: Report["unchanged"] = {};
  for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function clocksOf(all: readonly Reviewed[]): Report["clocks"] {
  const described = all.flatMap(({ old, new: next }) => [old?.described, next?.described]);
  return Object.fromEntries(described.flatMap((each) => (each?.schedule ? [[each.service, each.schedule.clock]] : [])));
}
