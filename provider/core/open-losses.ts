import { type Consents, isAgreed, type Loss, refusalOf } from "../plan/losses";
import { secretsOf } from "./check";
import type { Outputs } from "./definition";
import { BackupError } from "./errors";

type Found = "check" | "diff";

/**
 * The losses that lack consent, by the resource that they concern. In a preview job (`BACKUP_PLANS_LOSSES=report`)
 * they are let pass, so that a report sees all of them; in any mode nothing is done about them before a consent.
 */
export class OpenLosses {
  private readonly open = new Map<string, string[]>();

  /** What to refuse now. */
  refusals(inputs: Outputs, losses: readonly Loss[], found: Found): string[] {
    const allow = inputs.allow as Consents | undefined;
    const open = losses.filter((loss) => !isAgreed(loss, allow)).map((loss) => refusalOf(loss, allow));
    const redactor = secretsOf(new Set(inputs.__secrets as string[] | undefined), inputs);
    const refusals = open.map((refusal) => redactor.clean(refusal));
    // The replacement of a stored resource is checked once more, as if it were new: that tells nothing about losses.
    if (found === "diff" || losses.length > 0) this.open.set(`${found} ${inputs.__owner}`, refusals);
    return process.env.BACKUP_PLANS_LOSSES === "report" ? [] : refusals;
  }

  /** Refuses a create or an update whose losses were let pass. */
  insist(inputs: Outputs): void {
    const found: Found[] = ["check", "diff"];
    const open = found.flatMap((step) => this.open.get(`${step} ${inputs.__owner}`) ?? []);
    if (open.length > 0) throw new BackupError(open.join("\n"));
  }
}
