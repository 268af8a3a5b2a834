import { type Consents, isAgreed, type Loss } from "../../plan/losses";
import { refusalOf } from "../../plan/refusal";
import { RefusalsError } from "../ground/errors";
import { hasUnknown } from "../ground/unknowns";
import type { Context } from "../kind/context";
import type { Outputs } from "../kind/definition";
import { logicalNameOf } from "../ledger/owned";
import { secretsOf } from "./secrets";

type Step = "check" | "diff";

/** The identity of the resource and its secret arguments. */
type Concerned = Pick<Context, "owner" | "secrets">;

interface Judgement {
  /** The lines of one refusal. */
  refused: string[];
  /** Losses that pass with a warning. The engine checks a replacement twice, so a caller may have told them. */
  warned: string[];
}

/**
 * The losses without consent, by their resource. With `BACKUP_PLANS_LOSSES=report`, for a preview whose report shows all of
 * them, they pass `check` and `diff`; `create` and `update` refuse them in any mode.
 */
export class OpenLosses {
  private readonly open = new Map<string, string[]>();

  judge({ owner, secrets }: Concerned, inputs: Outputs, olds: Outputs, found: readonly Loss[], step: Step): Judgement {
    const allow = inputs.allow as Consents | undefined;
    const lines = { allow, stored: olds.allow as Consents | undefined };
    const redactor = secretsOf(secrets, inputs, olds);
    // A loss stays on one line of the refusal.
    const losses = found.map((loss) => ({ ...loss, text: redactor.clean(loss.text) }));
    const open = losses.filter((loss) => !isAgreed(loss, lines) && !mayAgree(loss, allow));
    const name = logicalNameOf(owner);
    const told = (some: readonly Loss[]) =>
      some.length === 0
        ? []
        : refusalOf(name, some, lines, losses)
            .split("\n")
            .map((line) => redactor.clean(line));
    const refusals = told(open.filter(({ hangsOn }) => !hangsOn));
    // With --replace the second check of the replacement compares with nothing: what the first one found stays open.
    if (losses.length > 0 || Object.keys(olds).length > 0) this.open.set(`${step} ${owner}`, refusals);
    // Whether these come about is known in `up`.
    const uncertain = told(open.filter(({ hangsOn }) => hangsOn));
    const reports = process.env.BACKUP_PLANS_LOSSES === "report";
    const warned = (reports ? [uncertain, refusals] : [uncertain]).filter((told) => told.length > 0);
    return { refused: reports ? [] : refusals, warned: warned.map((told) => told.join("\n")) };
  }

  /** Refuses a create or an update whose losses passed `check` or `diff` in report mode. */
  insist({ owner }: Concerned): void {
    const steps: Step[] = ["check", "diff"];
    const open = steps.flatMap((step) => this.open.get(`${step} ${owner}`) ?? []);
    if (open.length > 0) throw new RefusalsError(open);
  }
}

/** Returns whether a consent that is not known yet may agree to the loss. */
export function mayAgree(loss: Loss, allow: Consents | undefined): boolean {
  return hasUnknown(allow) && (typeof allow === "string" || hasUnknown(allow?.[loss.kind]));
}
