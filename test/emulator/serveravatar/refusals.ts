import { Refusal } from "../core/refusal";

/** The vendor's answers of one sentence. 500 is its status for wrong input, too. */
export const refusals = {
  notFound: (message: string) => new Refusal(404, { message }),
  failed: (message: string) => new Refusal(500, { message }),
  /** Laravel's answer to a body that breaks its rules; the vendor's pages only name the status. */
  invalid(errors: Record<string, string[]>): Refusal {
    const [first = "", ...more] = Object.values(errors).flat();
    const rest = more.length === 0 ? "" : ` (and ${more.length} more error${more.length === 1 ? "" : "s"})`;
    return new Refusal(422, { message: `${first}${rest}`, errors });
  },
};
