import { isSameId } from "../../core/ground/same-id";
import { utcTime } from "../../core/ground/utc-time";
import type { Context } from "../../core/kind/context";
import { type Finding, type Online, wrong } from "../../core/kind/online";
import { pointsInWords } from "../../plan/endangered";
import type { Loss } from "../../plan/losses";
import { stateOf } from "../databases/backup-state";
import { findInstance } from "../databases/instances";
import { connect } from "./connection";
import { adoptionLosses, unfit } from "./schedule/adopt";
import { automatedBackups } from "./schedule/health";
import { isTheStates, occupied, showSchedule, standingOf } from "./schedule/standing";
import type { Schedule } from "./schema";

export const online: Online<Schedule> = {
  service: "Rackspace",
  concerns: (args, stored) => stored?.sourceId !== args.sourceId,
  rules: [
    ["sourceId", instanceRule],
    ["sourceId", freeRule],
    ["adopt", adoptRule],
  ],
  standing: async (context, args, stored) => {
    if (args.adopt === undefined || stored !== undefined) return [];
    const row = await showSchedule(await connect(context), args.adopt);
    return row ? adoptionLosses(row, args) : [];
  },
  endangered,
};

/** Looks for the instance. An HA group has other calls and is not looked up. */
async function instanceRule(context: Context, { sourceId, sourceType }: Schedule): Promise<Finding | undefined> {
  if (sourceType === "ha" || (await findInstance(await connect(context), sourceId))) return undefined;
  return wrong(
    "Rackspace has no such instance in this account and region",
    'correct the id, or the account or region; of an HA group, write sourceType: "ha"',
  );
}

async function freeRule(context: Context, args: Schedule): Promise<Finding | undefined> {
  if (args.adopt !== undefined) return undefined;
  const standing = await standingOf(await connect(context), args.sourceId, "lately");
  if (standing === undefined || isTheStates(context, standing, args)) return undefined;
  return wrong(...occupied(standing, args));
}

async function adoptRule(context: Context, args: Schedule): Promise<Finding | undefined> {
  if (args.adopt === undefined) return undefined;
  const problem = unfit(await showSchedule(await connect(context), args.adopt), args);
  return problem && wrong(...problem);
}

/** Returns the full backups that a lower retention removes, with what is built on them. */
async function endangered(context: Context, _stored: Schedule, args: Schedule, { kind }: Loss) {
  if (kind !== "shorter-retention" || args.fullBackupRetention === undefined) return undefined;
  const rows = await automatedBackups(await connect(context), args.sourceId, "lately");
  const complete = rows.filter((row) => stateOf(row) === "ready");
  const kept = complete.filter(({ parent_id }) => !parent_id).slice(0, args.fullBackupRetention);
  const isKept = (row: (typeof rows)[0]): boolean =>
    kept.includes(row) || complete.some((parent) => isSameId(parent.id, row.parent_id) && isKept(parent));
  const points = complete
    .filter((row) => !isKept(row))
    .map(({ id, name, created }) => ({ name: name ?? id, at: utcTime(created) }));
  const beyond = `automated backups beyond the newest ${args.fullBackupRetention} full ones and what is built on them`;
  if (points.length === 0) return `Rackspace lists no ${beyond}`;
  return `Rackspace lists ${beyond}, which may go: ${pointsInWords(points)}`;
}
