import { z } from "zod";

const COMPLAINTS = ["error", "errors", "fault", "error_code", "error_msg"];

const complaint = (answer: object) => COMPLAINTS.find((key) => key in answer);

/** JSON without a complaint in it. */
export const plain = z
  .looseObject({})
  .refine((answer) => complaint(answer) === undefined, { error: "an error inside a successful answer" });

/** The answer to a write of which nothing matters but that it is a yes: nothing, or JSON without a complaint in it. */
export const accepted: z.ZodType<unknown> = plain.optional();

/** The answer to a write for which the vendor's page shows none: nothing, or an empty object. */
export const acceptedSilently: z.ZodType<unknown> = z.strictObject({}).optional();
