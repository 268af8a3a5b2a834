import { createHash, createHmac } from "node:crypto";
import type { Service } from "../../../core/http/service";

export interface Key {
  accessKey: string;
  secretKey: string;
  /** The security token of a temporary key. */
  securityToken?: string;
}

interface Unsigned {
  method: string;
  url: string;
  body?: string;
  headers: Record<string, string>;
}

/**
 * Returns the headers of the signature `SDK-HMAC-SHA256`, as the vendor's own SDKs sign: all given headers, the path with a
 * slash at its end, the sorted query, and the secret key as the key of the hash.
 */
export function signed({ method, url, body, headers }: Unsigned, key: Key): Record<string, string> {
  const address = new URL(url);
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const all: Record<string, string> = { ...headers, host: address.host, "x-sdk-date": date };
  if (key.securityToken) all["x-security-token"] = key.securityToken;
  const names = Object.keys(all).sort();
  const canonical = [
    method.toUpperCase(),
    canonicalPath(address.pathname),
    canonicalQuery(address.searchParams),
    ...names.map((name) => `${name}:${all[name]!.trim()}`),
    "",
    names.join(";"),
    sha256(body ?? ""),
  ].join("\n");
  const signature = createHmac("sha256", key.secretKey)
    .update(`${ALGORITHM}\n${date}\n${sha256(canonical)}`)
    .digest("hex");
  const authorization = `${ALGORITHM} Access=${key.accessKey}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return { ...all, authorization };
}

/** Returns the headers of a client that signs each request as it leaves. */
export function signing(more: Record<string, string>, key: Key): Pick<Service, "headers" | "sign"> {
  const headers = { "content-type": "application/json", ...more };
  return {
    headers: async () => headers,
    sign: ({ method, url, body }) => signed({ method: `${method}`, url, body, headers }, key),
  };
}

const ALGORITHM = "SDK-HMAC-SHA256";

function canonicalPath(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

function canonicalQuery(query: URLSearchParams): string {
  const pairs = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.sort().join("&");
}

/** Encodes by RFC 3986, which also covers characters that encodeURIComponent leaves. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
