import { type Consents, isAgreed, type Loss } from "../../plan/losses";
import { refusalOf } from "../../plan/refusal";
import { BackupError } from "../ground/errors";
import type { Context } from "../kind/context";
import { logicalNameOf } from "../ledger/owned";

/** Refuses losses without consent that only an operation sees, after it read what the service has. */
export function insistOnConsent({ owner, page }: Context, allow: Consents | undefined, losses: readonly Loss[]): void {
  const lines = { allow, stored: page.before?.inputs.allow as Consents | undefined };
  const open = losses.filter((loss) => !isAgreed(loss, lines));
  if (open.length > 0) throw new BackupError(refusalOf(logicalNameOf(owner), open, lines, losses));
}
