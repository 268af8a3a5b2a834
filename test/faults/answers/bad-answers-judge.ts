import { services } from "../../../provider/services/services";
import type { BadAnswer, BadRun, Limits } from "./bad-answers-run";

/** Each read is tried four times, and what begins before the time is over may come to its end. */
const GRACE_SECONDS = 6;

const MOST_MEBIBYTES = 700;

/** Of these nothing comes that has a request id. */
const NAMELESS = new Set(["no HTTP", "hangs before the headers", "hangs in the headers"]);

/** Each kind's service, as a person calls it. */
const SERVICES = new Map(services.definitions.map(({ kind, online }) => [kind, online!.service]));

/** What is wrong with how a provider took an answer; nothing when it is as promised. */
export function complaintsOf(answer: string, { ends, peak, strayed }: BadRun, limits: Limits): string[] {
  const all = ends.flatMap((end) => wrongWith(end, limits).map((what) => `${end.at}, ${end.subject.title}: ${what}`));
  if (strayed > 0) all.push(`${strayed} requests went where a redirect pointed`);
  if (peak > MOST_MEBIBYTES) all.push(`the process took ${peak} MiB`);
  if (ends.length === 0) all.push(`nothing was asked while "${answer}"`);
  return all;
}

function wrongWith(end: BadAnswer, limits: Limits): string[] {
  const { at, error, asked, seconds, stored, made, subject, answer } = end;
  if (!asked) return [`never asked: ${error}`];
  // The pages of these services have no content in the answer to these.
  const isYes = answer === "empty" && (at === "deletion" || subject.kind.endsWith("Policy"));
  if (isYes && at !== "look" && at !== "token" && at !== "read") return [];
  const name = at === "token" ? /Keystone|IAM|Rackspace identity/ : new RegExp(SERVICES.get(subject.kind)!);
  const wrong: [boolean, string][] = [
    [error === "", "no error"],
    [!name.test(error), `the service is not named: ${error}`],
    [!/(GET|POST|PUT|DELETE) \/|is still there/.test(error), `the call is not named: ${error}`],
    [!NAMELESS.has(answer) && !/req-4711|no whole answer|is still there/.test(error), `no request id: ${error}`],
    [seconds > limits.operationSeconds + GRACE_SECONDS, `took ${seconds} s`],
    [at === "creation" && !stored, `what may exist is not stored: ${error}`],
    [(at === "read" || at === "deletion") && made !== 1, `the service has ${made}`],
    [at !== "read" && at !== "deletion" && made !== 0, `the service has ${made}`],
    [error.includes("emulator-token") || error.includes("not-a-real-password"), "a secret is told"],
  ];
  return wrong.filter(([isWrong]) => isWrong).map(([, what]) => what);
}
