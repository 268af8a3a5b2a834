import type { Wish } from "./sides";

/** In paths and bodies `{name}` is the backup of that name. */
export interface Case {
  readonly title: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** After the project; with `at`, after that address. */
  readonly path: string;
  readonly at?: "root" | "other project" | "identity";
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Record<string, string>;
  /** Done first: how both sides behave from now on, … */
  readonly set?: Wish;
  /** … and what is waited for. */
  readonly until?: readonly [name: string, status: string];
  readonly afterSeconds?: number;
  /** Gives the backup that is made a name. */
  readonly as?: string;
}

export const one = "d4603f69-ec7e-4e9b-803f-600b9205576f";
export const two = "44b277eb-39be-4921-be31-3d61b43651d7";
export const three = "33333333-3333-4333-8333-333333333333";
export const building = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
export const shutoff = "cccccccc-cccc-4ccc-8ccc-cccccccccccc";
export const foreign = "eeeeeeee-eeee-4eee-8eee-eeeeeeeeeeee";
export const nobody = "00000000-0000-4000-8000-000000000000";
export const version = "b00000b0-00b0-4b00-80b0-000b000000bb";

type More = Partial<Case>;
export const get = (title: string, path: string, more?: More): Case => ({ title, method: "GET", path, ...more });
export const remove = (title: string, path: string, more?: More): Case => ({ title, method: "DELETE", path, ...more });
export const create = (title: string, backup: object, more?: More): Case => ({
  title,
  method: "POST",
  path: "/backups",
  body: { backup },
  ...more,
});
/** With a name for later cases. */
export const make = (as: string, backup: object, more?: More) =>
  create(`makes ${as}`, { name: as, ...backup }, { as, ...more });
export const raw = (title: string, text: string, headers?: Record<string, string>): Case => ({
  title,
  method: "POST",
  path: "/backups",
  raw: text,
  ...(headers && { headers }),
});
