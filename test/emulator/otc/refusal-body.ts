import type { FastifyRequest } from "fastify";
import type { RefusalStatus } from "../core/service";
import { gatewayError } from "../identity/gateway";
import { dbsError } from "./errors";
import type { OtcSettings } from "./settings";

/** Returns a refusal of the emulator itself, in the words of the gateway or the service. */
export function refusalBody(status: RefusalStatus, request: FastifyRequest, settings: OtcSettings) {
  const byGateway = (code: string, message: string) => gatewayError(request, code, message);
  if (status === 401) return byGateway("APIGW.0301", "Incorrect IAM authentication information: token expires");
  if (status === 404) {
    return byGateway("APIGW.0101", "The API does not exist or has not been published in the environment");
  }
  if (status === 429 && settings.throttledBy === "gateway") {
    const limit = `limit:${settings.rateLimitPerMinute},time:1 minute`;
    return byGateway("APIGW.0308", `The throttling threshold has been reached: policy user over ratelimit,${limit}`);
  }
  return dbsError(({ 429: "DBS.280443", 500: "DBS.280005", 503: "DBS.200998" } as const)[status]);
}
