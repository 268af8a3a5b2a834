import type { Keys } from "../configuration/keys";
import type { Context } from "../kind/context";

/** A login, as an error speaks of it: by names, and never by a value. */
export interface LoginParts<Key extends string = string> {
  /** As a person calls it: `token`, `access key`; of several parts it is a `login`. */
  what: string;
  keys: Pick<Keys<Key>, "get" | "origin" | "renewal" | "isStored">;
  /** The keys that it is made of. */
  parts: readonly Key[];
  /** The key that a person renews, and how a person calls its value. */
  secret: readonly [key: Key, noun: string];
}

/** The error of a service that does not accept a login: where each part comes from, and how a new one is set. */
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
