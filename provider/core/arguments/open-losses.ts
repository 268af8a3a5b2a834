import { type Consents, isAgreed, type Loss } from "../../plan/losses";
import { refusalOf } from "../../plan/refusal";
import { RefusalsError } from "../ground/errors";
import { hasUnknown } from "../ground/unknowns";
import type { Outputs } from "../kind/definition";
import { logicalNameOf } from "../ledger/owned";
import { secretsOf } from "./secrets";

type Found = "check" | "diff";

interface Judgement {
  refused: string[];
  /** What is let pass, and told. */
  warned: string[];
}

/**
 * The losses that lack consent, by the resource that they concern. In a preview job (`BACKUP_PLANS_LOSSES=report`)
 * they are let pass, so that a report sees all of them; in any mode nothing is done about them before a consent.
 */
export class OpenLosses {
  private readonly open = new Map<string, string[]>();

  judge(inputs: Outputs, olds: Outputs, losses: readonly Loss[], found: Found): Judgement {
    const allow = inputs.allow as Consents | undefined;
    const lines = { allow, stored: olds.allow as Consents | undefined };
    const open = losses.filter((loss) => !isAgreed(loss, lines) && !mayAgree(loss, allow));
    const redactor = secretsOf(inputs, olds);
    const name = logicalNameOf(`${inputs.__owner ?? ""}`);
    const told = (some: readonly Loss[]) =>
      some.length === 0 ? [] : [redactor.clean(refusalOf(name, some, lines, losses))];
    const refusals = told(open.filter(({ hangsOn }) => !hangsOn));
    // The replacement of a stored resource is checked once more, as if it were new: that tells nothing about losses.
    if (found === "diff" || losses.length > 0) this.open.set(`${found} ${inputs.__owner}`, refusals);
    // It may never come about; `up` knows.
    const uncertain = told(open.filter(({ hangsOn }) => hangsOn));
    const reports = process.env.BACKUP_PLANS_LOSSES === "report";
    return reports ? { refused: [], warned: [...uncertain, ...refusals] } : { refused: refusals, warned: uncertain };
  }

  /** Refuses a create or an update whose losses were let pass. */
  insist(inputs: Outputs): void {
    const found: Found[] = ["check", "diff"];
    const open = found.flatMap((step) => this.open.get(`${step} ${inputs.__owner}`) ?? []);
    if (open.length > 0) throw new RefusalsError(open);
  }
}

/** A consent that is not known yet is left open, until it is. */
export function mayAgree(loss: Loss, allow: Consents | undefined): boolean {
  return hasUnknown(allow) && (typeof allow === "string" || hasUnknown(allow?.[loss.kind]));
}
