import { services as ours, type Services } from "../services/services";
import { changeReport } from "./changes";
import { unhealthIn } from "./health";
import { lossReports } from "./losses/loss-reports";
import { staleConsents } from "./losses/stale-consents";
import { toldLosses, withTold } from "./losses/told-losses";
import { undecidedIn } from "./losses/undecided";
import { notCovered } from "./not-covered";
import { foundOutside } from "./outside";
import { unknownOperations } from "./reading/operations";
import { oursAt, partsOf } from "./reading/parts-of";
import { type Preview, readPreview } from "./reading/preview";
import { type Reviewed, reviewedIn } from "./reading/reviewed";
import type { Remark, Report, ReportedLoss } from "./report";
import { clashes, renamedAmong, takesOver, unmanagedAfter } from "./targets";
import { weekOf } from "./words/week";

/** The words that `--fail-on` accepts. */
export const FAIL_ON = ["overdue", "failed", "never-ran", "removals"] as const;

interface Asked {
  failOn?: readonly string[];
  /** Whether the report has the starts of the next seven days. */
  week?: boolean;
  /** The services whose kinds are read. Left out: those of this package. */
  services?: Services;
}

/** Returns the report of a preview's JSON, for the time `now`. */
export function review(text: string, now: Date, asked: Asked = {}): Report {
  const { preview, incomplete } = previewOrStop(text);
  const report = reportOf(preview, now, asked);
  return incomplete ? { ...report, exitCode: 1, incomplete } : report;
}

/** Returns the preview, and where it stopped. One that cannot be read counts as empty, and as stopped at its start. */
function previewOrStop(text: string): { preview: Preview; incomplete: Report["incomplete"] } {
  try {
    const preview = readPreview(text);
    return { preview, incomplete: stopOf(preview) };
  } catch (error) {
    const preview = { steps: [], warnings: [], errors: [], listsSames: true };
    return { preview, incomplete: { at: "its start", why: (error as Error).message } };
  }
}

function reportOf(preview: Preview, now: Date, { failOn = [], week, services = ours }: Asked): Report {
  const all = reviewedIn(preview, services);
  const losses = lossesIn(preview, all, now, services);
  const unhealthy = all.flatMap((each) => {
    const found = unhealthIn(each, now);
    return found ? [{ resource: each.which, ...found }] : [];
  });
  const found = new Set<string>(unhealthy.map(({ health }) => health));
  if (losses.some(({ isRemoval }) => isRemoval)) found.add("removals");
  const failedOn = failOn.filter((each) => found.has(each));
  const renamed = renamedAmong(all);
  return {
    version: 1,
    now: now.toISOString(),
    exitCode: losses.some(({ consent }) => consent === "missing") ? 2 : failedOn.length > 0 ? 3 : 0,
    failedOn,
    untold: [...untold(preview)],
    losses,
    undecided: undecidedIn(all, now),
    staleConsents: staleConsents(all, losses),
    unhealthy,
    outside: foundOutside(all),
    renamed,
    takeovers: all.filter(takesOver).map(({ which }) => which),
    unmanaged: unmanagedAfter(all, renamed),
    clashes: clashes(all),
    warnings: warningsIn(preview, services),
    changes: all
      .filter((each) => each.change !== "unchanged" && !(each.wasGone && each.change === "new"))
      .map((each) => changeReport(each, all, now)),
    unchanged: countByKind(all.filter(({ change }) => change === "unchanged")),
    notCovered: notCovered(all),
    clocks: clocksOf(all),
    ...(week && { week: weekOf(all, now) }),
  };
}

/** Returns the provider's warnings, losses left out: Pulumi leaves warnings out of its own comments. */
function warningsIn({ warnings }: Preview, services: Services): Remark[] {
  return warnings.flatMap((warning) => {
    const ours = oursAt(warning.urn ?? "", services);
    if (!ours || toldLosses(warning).length > 0) return [];
    return [{ resource: ours.which, what: warning.message }];
  });
}

/** Sorts losses without consent first. */
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
  return { at: name === "" ? "the program" : kind ? `${name} (${kind})` : name, why: first.message };
}

function* untold({ listsSames, errors }: Preview): Generator<string> {
  if (!listsSames)
    yield "Unchanged resources are not listed in this preview, so unchanged plans, overdue ones among them, are missing here: run pulumi preview --json --show-sames.";
  if (errors.some((each) => toldLosses(each).length > 0))
    yield "It stopped at a loss without consent: with BACKUP_PLANS_LOSSES=report in its environment a preview goes on, and this report has all of them.";
  if (errors.length > 0) yield "Changes after the stop, deletions above all, are not in this preview.";
}

function countByKind(all: readonly Reviewed[]): Report["unchanged"] {
  const counts: Report["unchanged"] = {};
  for (const { which } of all) counts[which.kind] = (counts[which.kind] ?? 0) + 1;
  return counts;
}

function clocksOf(all: readonly Reviewed[]): Report["clocks"] {
  const described = all.flatMap(({ old, new: next }) => [old?.described, next?.described]);
  return Object.fromEntries(described.flatMap((each) => (each?.schedule ? [[each.service, each.schedule.clock]] : [])));
}
