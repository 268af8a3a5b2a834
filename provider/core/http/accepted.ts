import { z } from "zod";

const COMPLAINTS = ["error", "errors", "fault", "error_code", "error_msg"];

const complaint = (answer: object) => COMPLAINTS.find((key) => key in answer);

const plain = z
  .looseObject({})
  .refine((answer) => complaint(answer) === undefined, { error: "an error inside an answer that says yes" });

/** The answer to a write of which nothing matters but that it is a yes: nothing, or JSON without a complaint in it. */
export const accepted: z.ZodType<unknown> = plain.optional();

/** The same where the page shows none. */
export const acceptedSilently: z.ZodType<unknown> = z.strictObject({}).optional();

/** A first sentence that is a refusal as a whole, not one that has such a word in it. */
const REFUSAL =
  /^\s*((invalid|error|fail(ed|ure)|unable|you can ?not)\b|[^.!]*\b(is failed|failed because)\b|[^.!]*\b(not found|failed|failure|wrong|not completed|future date)\s*([.!:]|$))/i;

/** Of services that say it in words. */
export const acceptedInWords: z.ZodType<unknown> = plain.and(
  z.looseObject({ message: z.string().refine((words) => !REFUSAL.test(words)) }),
);
