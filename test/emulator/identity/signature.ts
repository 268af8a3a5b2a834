import { createHash, createHmac } from "node:crypto";

const algorithm = "SDK-HMAC-SHA256";
const unsigned = "UNSIGNED-PAYLOAD";

interface SignedRequest {
  readonly method: string;
  /** Path and query as they were received. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** The claims of `Authorization`. */
export interface Claim {
  readonly access: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** "{yyyymmdd}/{region}/{service}/sdk_request" of the `Credential=` flavour; undefined for `Access=`. */
  readonly scope?: string;
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

export function readClaim(authorization: string | undefined): Claim | undefined {
  if (!authorization?.startsWith(`${algorithm} `)) return undefined;
  const parts = authorization.slice(algorithm.length + 1).split(",");
  const given = new Map(parts.map((part) => part.trim().split(/=(.*)/s, 2) as [string, string]));
  const [access = "", ...scope] = (given.get("Access") ?? given.get("Credential") ?? "").split("/");
  const claim = {
    access,
    signedHeaders: given.get("SignedHeaders")?.split(";") ?? [],
    signature: given.get("Signature") ?? "",
  };
  return given.has("Credential") ? { ...claim, scope: scope.join("/") } : claim;
}

/** RFC 3986: all but letters, digits and -_.~ */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalPath(path: string): string {
  const encoded = path
    .split("/")
    .map((segment) => encode(decodeURIComponent(segment)))
    .join("/");
  return encoded.endsWith("/") ? encoded : `${encoded}/`;
}

const byText = (left: string, right: string) => (left < right ? -1 : Number(left > right));

function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([key, value]) => [encode(key), encode(value)] as const)
    .sort((left, right) => byText(left[0], right[0]) || byText(left[1], right[1]))
    .map(([key, value]) => `${key}=${value}`)
    .join("&");
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const [path = "/", query = ""] = request.url.split(/\?(.*)/s);
  const isUnsigned = request.body.length > 0 && request.headers["x-sdk-content-sha256"] === unsigned;
  return [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? "").trim()}`),
    "",
    signedHeaders.join(";"),
    isUnsigned ? unsigned : sha256(request.body),
  ].join("\n");
}

function signingKey(secret: string, scope: string): Buffer {
  return scope.split("/").reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`SDK${secret}`));
}

/** The signature that this request must have when it was signed with this secret. */
export function computeSignature(request: SignedRequest, claim: Claim, secret: string): string {
  const hash = sha256(canonicalRequest(request, claim.signedHeaders));
  const date = String(request.headers["x-sdk-date"]);
  const { scope } = claim;
  if (scope === undefined) return hmac(secret, [algorithm, date, hash].join("\n")).toString("hex");
  return hmac(signingKey(secret, scope), [algorithm, date, scope, hash].join("\n")).toString("hex");
}
