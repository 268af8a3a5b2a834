import * as z from "zod";

const COMPLAINTS = ["error", "errors", "fault", "error_code", "error_msg"];

const complaint = (answer: object) => COMPLAINTS.find((key) => key in answer);

/** A JSON body without an error in it. */
export const plain = z
  .looseObject({})
  .refine((answer) => complaint(answer) === undefined, { error: "an error inside a successful answer" });

/** The answer to a write whose content does not matter: an empty body, or JSON without an error in it. */
export const accepted: z.ZodType<unknown> = plain.optional();

/** The answer to a write for which the vendor's page shows no body: an empty body or an empty object. */
export const acceptedSilently: z.ZodType<unknown> = z.strictObject({}).optional();
