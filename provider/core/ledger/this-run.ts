import { isDeepStrictEqual } from "node:util";
import { type Consents, isAgreed, type Loss } from "../../plan/losses";
import type { Settings } from "../configuration/settings";
import type { Common, Outputs } from "../kind/definition";
import { isToldByAnother, topic } from "./other-processes";
import { kindOf, subjectOf } from "./owned";

/**
 * What happened to one resource since the engine began: what it showed of it, and what was made for it. A deletion
 * cannot tell by its own arguments whether what it names is still needed; this can.
 */
export class ThisRun {
  private storedInputs: Outputs | undefined;
  private storedName: unknown;
  private storedId: string | undefined;
  private storedSince = Number.NaN;
  private keptId: string | undefined;
  private wasCompared = false;
  private isReplaced = false;
  private declared: { allow: Consents | undefined; keeps: boolean } | undefined;
  private successor: { id: string; allow: Consents | undefined } | undefined;

  /** `check` was shown stored inputs, and the program's; of a new resource, and of a replacement, none is stored. */
  checked(olds: Outputs, { allow, onDelete = "keep" }: Common = {}): void {
    this.declared = { allow, keeps: onDelete === "keep" };
    if (Object.keys(olds).length === 0) return;
    this.storedInputs = olds;
    this.storedName = olds.name;
  }

  /**
   * `diff` was shown the state, with this id of the vendor's, begun then. What never got one may not exist: its name is
   * free.
   */
  seen(vendorId: string | undefined, startedAt?: unknown): void {
    this.storedId = vendorId;
    this.storedSince = Date.parse(`${startedAt}`);
    if (vendorId === undefined) this.storedName = undefined;
  }

  /** `diff` decided whether what it was shown is replaced, with these consents. */
  compared({ isReplaced, allow }: { isReplaced: boolean; allow?: Consents | undefined }): void {
    this.wasCompared = true;
    this.isReplaced = isReplaced;
    this.declared = { allow, keeps: this.declared?.keeps ?? false };
    this.keptId = isReplaced ? undefined : this.storedId;
  }

  /** `update` found out which one it is, of what the state did not know yet. */
  found(vendorId: string | undefined): void {
    this.keptId = vendorId;
  }

  /** `create` begins: whatever stood in the state, this takes its place. */
  making(): void {
    this.keptId = undefined;
  }

  /** `create` made it, finished or not, with these consents. */
  made(id: string, allow: Consents | undefined): void {
    this.successor = { id, allow };
  }

  /** Whether the stored resource has the very same name, so that a creation replaces it unchanged. */
  isStoredAs(name: unknown): boolean {
    return name !== undefined && name === this.storedName;
  }

  /** Whether what began then is older than what the state has, and so nothing that was made to replace it. */
  isOlderThanStored(startedAt: unknown): boolean {
    return Date.parse(`${startedAt}`) < this.storedSince;
  }

  /** The inputs that `check` was shown as stored: of a replacement, what it replaces. */
  get stored(): Outputs | undefined {
    return this.storedInputs;
  }

  /** Whether `check` was shown these very arguments. */
  wasStoredWith(args: object, argumentsAmong: (inputs: Outputs) => object): boolean {
    return this.storedInputs !== undefined && isDeepStrictEqual(argumentsAmong(this.storedInputs), args);
  }

  /** What the program agrees to, and whether it wants to keep what it has, where it has the resource. */
  get program(): { allow: Consents | undefined; keeps: boolean } | undefined {
    return this.declared;
  }

  /** Whether nothing happened to it yet. */
  get isBlank(): boolean {
    return !this.storedInputs && !this.successor && this.storedId === undefined;
  }

  /** The vendor's id of what the state shows. */
  get shownId(): string | undefined {
    return this.storedId;
  }

  /**
   * Whether the state has it, and keeps it: a resource that was taken over by its own replacement, and stands in the
   * state a second time to be deleted, goes by the same id.
   */
  isWhatStateHas(vendorId: string | undefined): boolean {
    return vendorId !== undefined && vendorId === this.keptId;
  }

  /** Whether `create` answered with one of these ids. */
  wasMade(...ids: (string | undefined)[]): boolean {
    return this.successor !== undefined && ids.includes(this.successor.id);
  }

  /**
   * Whether it has a successor, which agrees to not all of what goes with it. What was checked and not compared is to have
   * one: `--replace` asks for no comparison, and with `deleteBeforeReplace` it comes later. So is what was compared alone,
   * as something that it hangs on is deleted first: nobody was asked then.
   */
  isReplacedWithoutConsent(losses: readonly Loss[]): boolean {
    const isToBeReplaced = this.wasCompared ? this.isReplaced : this.storedInputs !== undefined;
    if (!this.successor && !isToBeReplaced) return false;
    const { allow } = this.successor ?? this.declared ?? {};
    return losses.some((loss) => !isAgreed(loss, { allow }));
  }
}

const bySubject = new Map<string, ThisRun>();

/** Of this resource. */
export function thisRunOf(subject: string): ThisRun {
  const run = bySubject.get(subject) ?? new ThisRun();
  bySubject.set(subject, run);
  return run;
}

/** Of a resource that the state may know by its former name. */
export function thisRunOfRenamed(kind: string, { subject }: { subject: string }, stored: Outputs): ThisRun {
  const run = thisRunOf(subject);
  if (typeof stored.__owner === "string") bySubject.set(subjectOf(kind, stored.__owner), run);
  return run;
}

/** Of what is deleted. The state may go by the name that it had two runs ago: then by what was checked to be stored. */
export function thisRunOfDeleted(subject: string, kind: string, isOf: (run: ThisRun) => boolean): ThisRun {
  const own = thisRunOf(subject);
  if (!own.isBlank) return own;
  const [, found] = [...bySubject].find(([each, run]) => each.startsWith(subjectOf(kind, "")) && isOf(run)) ?? [];
  return found ?? own;
}

/** Whether another resource of its kind has it: taken over for it in this run, or what the state keeps for it. */
export function isAnothers(
  { subject, settings }: { subject: string; settings: Settings },
  own: ThisRun,
  vendorId: string | undefined,
): boolean {
  if (vendorId === undefined) return false;
  const kind = kindOf(subject);
  if (isToldByAnother(topic.has(kind, vendorId, settings))) return true;
  const others = [...bySubject].filter(([each, run]) => run !== own && each.startsWith(subjectOf(kind, "")));
  return others.some(([, run]) => run.wasMade(vendorId) || run.isWhatStateHas(vendorId));
}
