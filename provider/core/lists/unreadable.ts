import * as z from "zod";
import { BackupError } from "../ground/errors";

/** A row whose form is not known. Its id is all that is known of it. */
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
 * Returns the schema of a list that reads each row by itself, so that one bad row hides no other. A bad row without an id
 * makes the whole list unreadable, since it could be any row.
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

/** Returns the schema of a field that decides nothing: a value in another form is left out. */
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

/** Returns the row, or throws where it cannot be read. */
export function readable<Row>(row: Row | Unreadable): Row {
  if (isReadable(row)) return row;
  throw new BackupError(`the service lists ${row}: nothing is decided by it`);
}
