import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { badAnswers } from "./bad-answers";
import { ProviderProcess, registered } from "./provider-process";
import type { Rule } from "./rules";
import { type Subject, slugOf, subjects } from "./subjects";
import { World } from "./world";

export interface BadAnswer {
  answer: string;
  subject: Subject;
  /** The request that got it: the first look, or the creation. */
  at: "look" | "creation";
  seconds: number;
  /** By how much the process grew meanwhile, in MiB. */
  grown: number;
  error: string;
  /** Whether what is not told as made is stored as what may exist. */
  stored: boolean;
  /** How many the service has. */
  made: number;
  /** Requests at the address that the redirect names. */
  strayed: number;
}

/** The longest that one request may take here. */
export const REQUEST_SECONDS = 1;
/** The longest that a creation may take here. */
export const CREATION_SECONDS = 8;

const brief = {
  "backup-plans:pollSeconds": "0.1",
  "backup-plans:requestTimeoutSeconds": `${REQUEST_SECONDS}`,
  "backup-plans:timeoutMinutes": `${CREATION_SECONDS / 60}`,
};

const asked = subjects.filter(({ title }) =>
  ["serveravatar:Backup", "trove:Backup", "dds:Backup", "dds:BackupPolicy", "geminidb:Backup"].includes(title),
);

/** Each bad answer, to the first look and to the creation, one after the other so that time and memory are its own. */
export async function runBadAnswers(only?: readonly string[], report = (_: BadAnswer) => {}): Promise<BadAnswer[]> {
  let strayed = 0;
  const elsewhere = createServer((_, reply) => {
    strayed++;
    reply.end("{}");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const answers = badAnswers(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`);
  const world = await World.open({ buildSeconds: 0.05 });
  const found: BadAnswer[] = [];
  for (const [answer, fault] of Object.entries(answers)) {
    if (only && !only.includes(answer)) continue;
    for (const at of ["look", "creation"] as const) {
      await world.reset();
      const before = strayed;
      const ends = await Promise.all(
        asked.map((subject) => one(world, subject, { ...requestOf(subject, at), fault, times: 100 })),
      );
      const all = ends.map((end) => ({ ...end, answer, at, strayed: strayed - before }));
      for (const each of all) report(each);
      found.push(...all);
    }
  }
  elsewhere.close();
  elsewhere.closeAllConnections();
  await world.close();
  return found;
}

function requestOf(subject: Subject, at: BadAnswer["at"]): Omit<Rule, "fault"> {
  if (at === "creation") return subject.creates;
  return { service: subject.service, method: "GET", path: subject.kind.endsWith("Policy") ? /policy/ : /backups$/ };
}

async function one(world: World, subject: Subject, rule: Rule) {
  world.rules.add(rule);
  const provider = (await ProviderProcess.start({ ...world.config(), ...brief })).of(subject.kind);
  const { inputs = {} } = await provider.check({}, registered(subject.kind, slugOf(subject), "bad", subject.args));
  const began = Date.now();
  const before = process.memoryUsage().rss;
  const end = await provider.create(inputs).then(
    () => ({ error: "", stored: true }),
    (error: Error & { id?: string }) => ({ error: error.message, stored: error.id !== undefined }),
  );
  return {
    ...{ subject, ...end, seconds: (Date.now() - began) / 1000 },
    grown: Math.round((process.memoryUsage().rss - before) / 2 ** 20),
    made: Object.keys(subject.stands(await world.holdings())).length,
  };
}
