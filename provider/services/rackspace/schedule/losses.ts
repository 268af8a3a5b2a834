import { notKnownYet, surelyChanged } from "../../../core/ground/unknowns";
import { ifDiffering, type Loss } from "../../../plan/losses";
import { DAILY, type Schedule, USUAL_RETENTION } from "../schema";
import { daysApart, fullDay, keptInWords, sourceInWords } from "../words";

type LossRule = (stored: Schedule, args: Schedule) => Loss | undefined;

const countOf = ({ fullBackupRetention = USUAL_RETENTION }: Schedule) => fullBackupRetention;

const daysOf = (schedule: Schedule) => countOf(schedule) * daysApart(schedule.dayOfWeek);

const shorterRetention: LossRule = (stored, args) => {
  const isFewer = countOf(args) < countOf(stored);
  if (!isFewer && daysOf(args) >= daysOf(stored)) return undefined;
  const value = keptInWords(args);
  return {
    kind: "shorter-retention",
    property: isFewer ? "fullBackupRetention" : "dayOfWeek",
    value,
    text:
      `${keptInWords(stored)} => ${value} is a shorter retention, about ${daysOf(stored)} => ${daysOf(args)} days; assume ` +
      "that Rackspace deletes the full backups beyond that, and with each the incremental ones that are built on it",
  };
};

const rarerFull: LossRule = (stored, args) => {
  if (stored.dayOfWeek !== DAILY || args.dayOfWeek === DAILY) return undefined;
  return {
    kind: "less-frequent",
    property: "dayOfWeek",
    value: `dayOfWeek ${args.dayOfWeek}`,
    text: `a full backup every day => ${fullDay(args.dayOfWeek)} alone: every 24 h => every 7 days, incremental ones between`,
  };
};

const fewerCopies: LossRule = (stored, args) => {
  const copies = args.copyTo ?? [];
  const lost = (stored.copyTo ?? []).filter((region) => !copies.includes(region));
  if (lost.length === 0) return undefined;
  const value = copies.join(", ") || "no copies";
  return {
    kind: "change-destination",
    property: "copyTo",
    value,
    text:
      `${stored.copyTo?.join(", ")} => ${value}: backups are copied to ${lost.join(", ")} no more. Rackspace changes no copyTo, ` +
      "so the schedule is deleted and made again",
  };
};

const movedAway: LossRule = (stored, args) => {
  const names = ["sourceId"] as const;
  const loss = leaving(stored);
  if (surelyChanged(args, stored, names).length > 0) return loss;
  const unknown = notKnownYet(args, names);
  return unknown.length > 0 ? ifDiffering(unknown, loss) : undefined;
};

function leaving(stored: Schedule): Loss {
  const value = sourceInWords(stored);
  const loss = { property: "sourceId", value };
  if (stored.onDelete === "delete") {
    const text = `this change deletes the schedule of ${value}, which is backed up by this resource no more`;
    return { ...loss, kind: "narrower-scope", text };
  }
  const text =
    `this change makes another schedule, and that of ${value} keeps running, unmanaged: its backups use storage and cost ` +
    'money. onDelete "delete", applied before, deletes it';
  return { ...loss, kind: "leave-running", text };
}

export const scheduleLosses: readonly LossRule[] = [shorterRetention, rarerFull, fewerCopies, movedAway];
