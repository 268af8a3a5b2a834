import { createHash, createHmac } from "node:crypto";

export interface Key {
  readonly access: string;
  readonly secret: string;
  readonly securityToken?: string;
}

export const keys = {
  tester: { access: "FAKEAK00000000000000", secret: "fake-sk-for-tests-only-000000000000000000" },
  other: { access: "FAKEAKEU000000000000", secret: "fake-sk-for-tests-only-eu0000000000000000" },
  temporary: {
    access: "FAKETEMPAK0000000000",
    secret: "fake-temporary-sk-for-tests-only-00000000",
    securityToken: "fake-security-token-for-tests-only",
  },
} satisfies Record<string, Key>;

interface Signing {
  readonly key: Key;
  readonly url: string;
  readonly method?: string;
  readonly body?: string;
  /** The scope of the `Credential=` flavour, without the day; undefined for `Access=`. */
  readonly scope?: string;
  readonly time?: Date;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * The headers of a signed request, written out step by step: the test's own count of what the emulator must find.
 * Path and query must already be in their encoded and sorted form.
 */
export function signedHeaders({ key, url, method = "GET", body = "", scope, time = new Date() }: Signing) {
  const { host, pathname, search } = new URL(url);
  const date = `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const canonical = `${method}\n${pathname}/\n${search.slice(1)}\nhost:${host}\nx-sdk-date:${date}\n\nhost;x-sdk-date\n${sha256(body)}`;
  const tail = "SignedHeaders=host;x-sdk-date, Signature=";
  const more = { "x-sdk-date": date, ...(key.securityToken && { "x-security-token": key.securityToken }) };
  if (scope === undefined) {
    const signature = hmac(key.secret, `SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`).toString("hex");
    return { ...more, authorization: `SDK-HMAC-SHA256 Access=${key.access}, ${tail}${signature}` };
  }
  const full = `${date.slice(0, 8)}/${scope}`;
  const derived = full.split("/").reduce<Buffer>((last, part) => hmac(last, part), Buffer.from(`SDK${key.secret}`));
  const signature = hmac(derived, `SDK-HMAC-SHA256\n${date}\n${full}\n${sha256(canonical)}`).toString("hex");
  return { ...more, authorization: `SDK-HMAC-SHA256 Credential=${key.access}/${full}, ${tail}${signature}` };
}
