import { type Host, ownerNamed, type Props } from "../with/host/host";
import { type Args, written } from "./case";
import { kinds } from "./kinds";

export interface Told {
  inputs: Props;
  /** Why it is refused. */
  reasons: string[];
  warnings: string[];
}

const kindOf = (kind: string) => kinds.find((each) => each.kind === kind)!;

export const validOf = (kind: string): Args => kindOf(kind).valid;

/** Only what is required. */
export const minimalOf = (kind: string): Args => kindOf(kind).rules.minimal;

let owners = 0;

/** Returns the arguments of a new resource, as each is another one's neighbour. */
export const owned = (args: Args): Props => ({ __owner: ownerNamed(`online-${++owners}`), ...args });

/** A check of the kind's valid arguments with others over them, and what is told meanwhile. */
export async function checked(host: Host, kind: string, over: Args = {}, olds?: Props): Promise<Told> {
  const before = host.logs.length;
  const { inputs, failures } = await host.check(kind, owned(written(validOf(kind), over)), olds);
  const lines = host.logs.slice(before).filter(({ severity }) => severity === "warning");
  return { inputs, reasons: failures.map(({ reason }) => reason), warnings: lines.map(({ message }) => message) };
}

/** The id of the emulator's copy of its first instance of a service of Open Telekom Cloud. */
export function copyOf(instanceId: string, copy: number): string {
  return instanceId.replace(/.{4}(?=in\d\d$)/, `${copy}`.padStart(4, "0"));
}

/**
 * The arguments that set a resource apart from its like: a policy is one an instance, a schedule one a source, and no two plans
 * are equal.
 */
export function apart(kind: string, args: Args, number: number): Args {
  if (kind.endsWith("BackupPolicy")) return { instanceId: copyOf(`${args.instanceId}`, number) };
  return kind.endsWith("BackupPlan") ? { organization: 1000 + number } : anotherSource(args, number);
}

/** The source of a schedule with that number, as a source has one alone; nothing for other kinds. */
export function anotherSource({ sourceId }: Args, number: number): Args {
  return sourceId === undefined ? {} : { sourceId: `${sourceId}`.replace(/^.{4}/, `${1000 + number}`) };
}
