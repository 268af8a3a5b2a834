import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Host } from "../../with/host/host";
import type { HostError } from "../../with/host/host-error";
import { ownAccounts } from "../../with/host/own-accounts";
import { withHost } from "../../with/host/with-host";
import { matches, type Rule } from "../rules";
import { type Subject, slugOf, subjects } from "../subjects";
import { World } from "../world";
import { badAnswers } from "./bad-answers";

/** What was under way when the answer came. */
export const moments = ["token", "look", "creation", "read", "deletion"] as const;

export type Moment = (typeof moments)[number];

export interface BadAnswer {
  answer: string;
  subject: Subject;
  at: Moment;
  seconds: number;
  error: string;
  /** Whether it came to an answer at all. */
  asked: boolean;
  /** Whether the engine keeps it in state, as unfinished where it is being made. */
  stored: boolean;
  /** How many the service has, by its own word. */
  made: number;
}

/** One bad answer, in one provider process for each moment. */
export interface BadRun {
  ends: BadAnswer[];
  /** The largest that one of them ever was, in MiB. */
  peak: number;
  /** Requests at the address that a redirect names. */
  strayed: number;
}

export interface Limits {
  requestSeconds: number;
  operationSeconds: number;
}

const asked = [
  "serveravatar:Backup",
  "trove:Backup",
  "dds:Backup",
  "dds:BackupPolicy",
  "geminidb:Backup",
  "rds:Backup",
  "rackspace:BackupSchedule",
].map((title) => subjects.find((subject) => subject.title === title)!);

/** One answer at each moment of each kind, one moment after the other. */
export async function runBadAnswer(answer: string, limits: Limits, at: readonly Moment[] = moments): Promise<BadRun> {
  let strayed = 0;
  const elsewhere = createServer((_, reply) => {
    strayed++;
    reply.end("{}");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const fault = badAnswers(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`)[answer]!;
  const world = await World.open({ buildSeconds: 0.05 });
  const config = { ...world.config(), ...configured(limits) };
  const accounts = ownAccounts(world.urls);
  const maker = await Host.start({ config, accounts });
  const ends: BadAnswer[] = [];
  let peak = 0;
  try {
    for (const moment of at) {
      await world.reset();
      // What a process made itself it neither deletes nor asks for again, and a list holds for a minute.
      await withHost({ config, accounts }, async (host) => {
        const able = asked.filter((subject) => rule(subject, moment) !== undefined);
        const all = able.map((subject) =>
          one({ maker, host, world }, subject, moment, { ...rule(subject, moment)!, fault }),
        );
        for (const end of await Promise.all(all)) ends.push({ ...end, answer, at: moment });
        peak = Math.max(peak, peakOf(host.pid));
      });
    }
    return { ends, peak, strayed };
  } finally {
    await maker.stop();
    await world.close();
    elsewhere.close();
    elsewhere.closeAllConnections();
  }
}

function configured({ requestSeconds, operationSeconds }: Limits): Record<string, string> {
  return {
    "backup-plans:pollSeconds": "0.1",
    "backup-plans:requestTimeoutSeconds": `${requestSeconds}`,
    "backup-plans:timeoutMinutes": `${operationSeconds / 60}`,
  };
}

/** All such requests, from then on; nothing where the kind has none. */
function rule(subject: Subject, moment: Moment): Omit<Rule, "fault"> | undefined {
  const { service, kind, creates } = subject;
  const isPolicy = kind.endsWith("Policy");
  const times = 1_000;
  if (moment === "creation") return { ...creates, times };
  if (moment === "look" || moment === "read") return { service, method: "GET", path: isPolicy ? /policy/ : /./, times };
  if (moment === "token") return service === "serveravatar" ? undefined : { service: "identity", times };
  if (isPolicy) return { ...creates, times };
  if (service === "serveravatar") return { service, method: "POST", path: /destroy$/, times };
  return { service, method: "DELETE", times };
}

interface Stage {
  maker: Host;
  host: Host;
  world: World;
}

async function one({ maker, host, world }: Stage, subject: Subject, at: Moment, struck: Rule) {
  const { kind } = subject;
  const given = { ...subject.args, onDelete: subject.kind.endsWith("Policy") ? "restore" : "delete" };
  const { inputs } = await maker.check(kind, { ...given, __owner: `bad::faults::::${slugOf(subject)}-${at}` });
  const isLater = at === "read" || at === "deletion";
  const made = isLater ? await maker.create(kind, inputs) : undefined;
  world.rules.add(struck);
  const began = Date.now();
  const end = await ended(
    made === undefined
      ? host.create(kind, inputs)
      : at === "read"
        ? host.read(kind, made.id, made.properties)
        : host.delete(kind, made.id, made.properties),
  );
  return {
    asked: world.exchanges.some((each) => each.fault === "answer" && matches(struck, each)),
    ...{ subject, ...end, stored: isLater || end.stored, seconds: (Date.now() - began) / 1000 },
    made: Object.keys(subject.stands(await world.holdings())).length,
  };
}

async function ended(call: Promise<unknown>): Promise<{ error: string; stored: boolean }> {
  try {
    await call;
    return { error: "", stored: true };
  } catch (error) {
    const { message, unfinished } = error as HostError;
    return { error: unfinished?.reasons.join() ?? message, stored: unfinished !== undefined };
  }
}

function peakOf(pid: number): number {
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
