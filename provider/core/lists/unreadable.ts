import { z } from "zod";
import { BackupError } from "../ground/errors";

/** A row of a list that is in no form that is known, beside others that are. */
export class Unreadable {
  constructor(
    readonly id: string,
    private readonly why: string,
  ) {}

  toString(): string {
    return `row ${this.id}, which cannot be read (${this.why})`;
  }
}

/**
 * The rows of a list, each by itself: one that cannot be read hides no other. Without an id it could be any, and the list
 * is no answer.
 */
export function rowsIn<Row extends z.ZodType>(row: Row) {
  return z.array(z.unknown()).transform((all, context) =>
    all.map((each, index): z.output<Row> | Unreadable => {
      const { data, error } = row.safeParse(each);
      if (!error) return data;
      const why = error.issues.map(({ path, message }) => `${path.join(".") || "row"}: ${message}`);
      const id = idIn(each);
      if (id !== undefined) return new Unreadable(id, why.join("; "));
      for (const { path, message } of error.issues)
        context.addIssue({ code: "custom", path: [index, ...path], message });
      return z.NEVER;
    }),
  );
}

/** Returns the form of a value that decides nothing: in another form it is left out. */
export function aside<Value extends z.ZodType>(value: Value) {
  return value.nullish().catch(undefined);
}

function idIn(row: unknown): string | undefined {
  const { id } = (typeof row === "object" && row !== null ? row : {}) as { id?: unknown };
  return typeof id === "number" || (typeof id === "string" && id !== "") ? `${id}` : undefined;
}

export function isReadable<Row>(row: Row | Unreadable): row is Row {
  return !(row instanceof Unreadable);
}

/** It is there, and nothing else is known of it. */
export function readable<Row>(row: Row | Unreadable): Row {
  if (isReadable(row)) return row;
  throw new BackupError(`the service lists ${row}: nothing is decided by it`);
}
