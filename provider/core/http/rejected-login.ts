import type { Keys } from "../configuration/keys";
import type { Context } from "../kind/context";

/** A login for error messages: names of keys, and never a value. */
export interface LoginParts<Key extends string = string> {
  /** Its name in messages: `token`, `access key`; with several parts `login`. */
  what: string;
  keys: Pick<Keys<Key>, "get" | "origin" | "renewal" | "isStored">;
  /** The keys of its parts. */
  parts: readonly Key[];
  /** The key with the part that expires, and the name of its value in messages. */
  secret: readonly [key: Key, noun: string];
}

/** Returns the error for a login that the service does not accept: where each part comes from, and how to set a new one. */
export function rejectedLogin<Key extends string>(
  { service, status, words }: { service: string; status: number; words?: string },
  { what, keys, parts, secret: [key, noun] }: LoginParts<Key>,
  { usesStored }: Pick<Context, "usesStored">,
): string {
  const isMadeOfSeveral = parts.filter((part) => keys.get(part) !== undefined).length > 1;
  const renewal = keys.renewal(key, noun);
  return [
    `${service} rejected the ${what} (${status})${words === undefined ? "" : `: ${words.replace(/\.$/, "")}`}`,
    `It comes from ${keys.origin(...parts)}`,
    isMadeOfSeveral ? `Correct what is wrong there. ${renewal}` : renewal,
    ...(usesStored && keys.isStored(key) ? [AS_STORED] : []),
  ].join(". ");
}

const AS_STORED = "refresh and destroy use what the last pulumi up stored, so run pulumi up after that";
