import { notKnownYet, surelyChanged } from "../../../core/ground/unknowns";
import { ifDiffering, type Loss } from "../../../plan/losses";
import { type Plan, TARGET } from "../schema";
import { lessFrequent } from "./less-frequent";
import { months } from "./rhythm";

const MOVED = ["organization", "server", "applicationId"] as const;

type LossRule = (stored: Plan, args: Plan, now: Date) => Loss | undefined;

const shorterRetention: LossRule = (stored, args) => {
  const from = stored.retentionPeriod;
  const to = from && args.retentionPeriod;
  if (from === undefined || from === to || (to !== undefined && months(to) >= months(from))) return undefined;
  const value = to ?? "not set";
  const effect =
    to === undefined
      ? "how long backups are kept then is not documented by ServerAvatar"
      : "each run has its own end (expires_at), and is paid for when it completes; whether a change touches existing runs is not documented";
  return {
    kind: "shorter-retention",
    property: "retentionPeriod",
    value,
    text: `${from} => ${value} is a shorter retention; ${effect}`,
  };
};

/** A plan that keeps running beside its replacement backs up as often as before. */
const backsUpLess: LossRule = (stored, args, now) => {
  const goesOn = () => keepsRunning(stored) && TARGET.some((name) => stored[name] !== args[name]);
  return lessFrequent(stored, args, goesOn, now);
};

const otherDestination: LossRule = (stored, args) => {
  const from = `${stored.provider} ${stored.cloudStorageProviderId}`;
  const to = `${args.provider} ${args.cloudStorageProviderId}`;
  if (from === to) return undefined;
  return {
    kind: "change-destination",
    property: stored.provider === args.provider ? "cloudStorageProviderId" : "provider",
    value: to,
    text: `${from} => ${to} is another destination; what was backed up to ${from} stays there and is no longer this plan's`,
  };
};

const narrowerScope: LossRule = (stored, args) => {
  const isElsewhere = stored.organization !== args.organization || stored.server !== args.server;
  const lost = scopeOf(stored).filter((part) => isElsewhere || !scopeOf(args).includes(part));
  // A plan that keeps running still backs up its target; the loss leave-running tells that.
  const moved = MOVED.some((name) => stored[name] !== args[name]);
  if (lost.length === 0 || (moved && keepsRunning(stored))) return undefined;
  const value = lost.join(", ");
  const [property = "type"] = TARGET.filter((name) => stored[name] !== args[name]);
  return { kind: "narrower-scope", property, value, text: `${value} is no longer backed up by this plan` };
};

const leftRunning: LossRule = (stored, args) => {
  if (!keepsRunning(stored)) return undefined;
  const of = (names: readonly string[]) =>
    leaveRunning(names.join(", "), `${stored.type}`, `${stored.applicationId}`, `${stored.server}`);
  const changed = surelyChanged(args, stored, TARGET);
  if (changed.length > 0) return of(changed);
  const unknown = notKnownYet(args, TARGET);
  return unknown.length > 0 ? ifDiffering(unknown, of(unknown)) : undefined;
};

/** Returns the loss of a replacement whose old plan keeps running. */
export function leaveRunning(property: string, type: string, application: string, server: string): Loss {
  const value = `application ${application} on server ${server}`;
  return {
    kind: "leave-running",
    property,
    value,
    text:
      `this change makes a new plan, and the old one (${type} of ${value}) keeps running, uses storage and may ` +
      "cost money: ServerAvatar documents no call that deletes a plan. Stop it in ServerAvatar's panel",
  };
}

/** Returns the losses of an edit that the runs of a plan can show. */
export const shownLosses = [shorterRetention, backsUpLess];

export const planLosses = [shorterRetention, backsUpLess, otherDestination, narrowerScope, leftRunning];

/** Returns whether the old plan runs on after its replacement. It is deleted where the state has `onDelete: "delete"`. */
function keepsRunning(stored: Plan): boolean {
  return stored.automaticBackup && stored.onDelete !== "delete";
}

function scopeOf(plan: Plan): string[] {
  const database = plan.databaseId === undefined ? "database" : `database ${plan.databaseId}`;
  return {
    filesystem: [`files of application ${plan.applicationId}`],
    database: [`${database} of application ${plan.applicationId}`],
    application: [`files of application ${plan.applicationId}`, `${database} of application ${plan.applicationId}`],
  }[plan.type];
}
