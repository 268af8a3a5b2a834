import { ServiceError } from "../../../core/ground/errors";

/**
 * What the codes mean: OTC's pages "Error Codes" of DDS and GeminiDB, and what their clients retry. They decide, not
 * the HTTP status: busy comes as 400, 403, 409 or 500.
 */
const BUSY = new Set([
  "DBS.200019",
  "DBS.201015",
  "DBS.201014",
  "DBS.200011",
  "DBS.200018",
  "DBS.200076",
  "DBS.201000",
  "DBS.200047",
  "DBS.201202",
  "DBS.00010009",
  "DBS.239037",
  "DBS.201319",
]);
const SYSTEM = new Set(["DBS.200998", "DBS.280005"]);
const GONE = new Set(["DBS.201214", "DBS.201204", "DBS.201212", "DBS.280124"]);

/** A job that is not known (yet), or (any more): the list decides. */
export const UNKNOWN_JOB = "DBS.200543";

/** GeminiDB says it with 403. */
export const NOT_AUTHENTICATED = "DBS.280056";

const INSTANCE_GONE = new Set(["DBS.200002", "DBS.280110", "DBS.201501", "DBS.201502", "DBS.216016", "DBS.201028"]);
const NO_INSTANCE = "instanceId: no such instance in this project and region";

const HINTS: Record<string, string> = {
  "DBS.201201": "name: the project has a backup of that name already",
  [NOT_AUTHENTICATED]: "The credentials are not accepted for this project",
  "DBS.280032": "The user may not do this; the role for the service is missing",
  "DBS.280063": "The user may not do this; the role for the service is missing",
  "APIGW.0301": "The signature or the token is not accepted: key, secret key, security token, and this machine's clock",
  "APIG.0301": "The signature or the token is not accepted: key, secret key, security token, and this machine's clock",
  "APIGW.0101": "This address has no such service: endpoint and region",
};

export function isBusy(error: unknown): boolean {
  return error instanceof ServiceError && (BUSY.has(error.code ?? "") || SYSTEM.has(error.code ?? ""));
}

/** The services' own refusals say so, whatever their status; "system busy", "server error" and a gateway do not. */
export function isNothingDone(code: string | undefined): boolean {
  return code?.startsWith("DBS.") === true && !SYSTEM.has(code);
}

export function isGone(error: unknown): boolean {
  return error instanceof ServiceError && GONE.has(error.code ?? "");
}

/** The instance, and with it its policy. */
export function isInstanceGone(error: unknown): boolean {
  return error instanceof ServiceError && INSTANCE_GONE.has(error.code ?? "");
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ServiceError && error.code === code;
}

interface Said {
  words?: string;
  code?: string;
}

/** `{error_code, error_msg}`, `{errorCode, errorMsg}`, `{errCode, …}`, `{code, message}`, or one of these one level down. */
function said(body: unknown, deeper = true): Said {
  if (typeof body !== "object" || body === null) return {};
  const fields = body as Record<string, unknown>;
  const code = fields.error_code ?? fields.errorCode ?? fields.errCode ?? fields.code;
  const words = fields.error_msg ?? fields.errorMsg ?? fields.errMsg ?? fields.message;
  if (code !== undefined || words !== undefined) {
    return { code: code === undefined ? undefined : `${code}`, words: words === undefined ? undefined : `${words}` };
  }
  return deeper
    ? (Object.values(fields)
        .map((field) => said(field, false))
        .find((each) => each.code ?? each.words) ?? {})
    : {};
}

export function codeOf(body: unknown): string | undefined {
  return said(body).code;
}

export function explain(_status: number, body: unknown): Said & { hint?: string } {
  const { words, code } = said(body);
  return { words, code, hint: INSTANCE_GONE.has(code ?? "") ? NO_INSTANCE : HINTS[code ?? ""] };
}
