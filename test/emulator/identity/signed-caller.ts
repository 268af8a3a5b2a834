import type { FastifyRequest } from "fastify";
import { DateTime } from "luxon";
import { Refusal } from "../core/refusal";
import type { World } from "../core/service";
import type { Access } from "./access";
import { gatewayError } from "./gateway";
import { type Claim, computeSignature, readClaim } from "./signature";
import type { AccessKey, Store } from "./store";

const toleranceMs = 15 * 60_000;

/** A client signs by its own clock, which `POST /time` does not turn: so this is real time. */
function isRecent(date: string): boolean {
  const time = DateTime.fromFormat(date, "yyyyMMdd'T'HHmmss'Z'", { zone: "utc" });
  return time.isValid && Math.abs(time.toMillis() - Date.now()) <= toleranceMs;
}

/** Why the gateway does not take it. Not on the vendor's page: the words, but for "verify aksk signature fail". */
function problemOf(request: FastifyRequest, claim: Claim, key: AccessKey | undefined): string | undefined {
  const { headers, method, url, rawBody: body } = request;
  const date = String(headers["x-sdk-date"] ?? "");
  if (!key) return `Get secretKey failed,ak:${claim.access},err:ak not exist`;
  if (!claim.signedHeaders.includes("x-sdk-date")) return "x-sdk-date is not signed";
  if (!isRecent(date)) return "x-sdk-date is missing or not within 15 minutes of now";
  if (claim.scope !== undefined && !claim.scope.startsWith(`${date.slice(0, 8)}/`)) return "scope is of another day";
  if (key.securityToken !== undefined && headers["x-security-token"] !== key.securityToken) {
    return "x-security-token is missing or invalid";
  }
  const isRight = computeSignature({ method, url, headers, body }, claim, key.secret) === claim.signature;
  return isRight ? undefined : "verify aksk signature fail";
}

/** The owner of the key that signed the request; undefined when it is not signed at all; 401 when it is, but wrong. */
export function signedCaller(world: World, request: FastifyRequest): Access | undefined {
  const claim = readClaim(request.headers.authorization);
  if (!claim) return undefined;
  const key = world.storeOf<Store>("identity").accessKeys.get(claim.access);
  const problem = problemOf(request, claim, key);
  if (problem !== undefined) {
    const message = `Incorrect IAM authentication information: ${problem}`;
    throw new Refusal(401, gatewayError(request, "APIGW.0301", message));
  }
  const { user } = key!;
  return { user, projectId: undefined, projectIds: user.projects.map(({ id }) => id) };
}
