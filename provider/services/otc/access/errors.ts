import { ServiceError } from "../../../core/ground/errors";
import type { Meanings } from "./meanings";

/** The code for a job that is not known yet or no more: then the list decides. Only RDS' page "Error Codes" has it. */
export const UNKNOWN_JOB: ReadonlySet<string> = new Set(["DBS.200543"]);

export const NAME_TAKEN = "DBS.201201";

/** GeminiDB says it with 403. */
const NOT_AUTHENTICATED = "DBS.280056";

const NO_INSTANCE = "instanceId: no such instance in this project and region";

const NO_PERMISSION = "The user may not do this; the role for the service is missing";

const HINTS: Record<string, string> = {
  [NAME_TAKEN]: "name: the project has a backup of that name already",
  [NOT_AUTHENTICATED]: "The credentials are not accepted for this project",
  "DBS.280032": NO_PERMISSION,
  "DBS.280063": NO_PERMISSION,
  "DBS.280015": "The user may not do this, the token has expired, or the resource is another project's",
  "DBS.280019": "The account is suspended, or has unpaid bills",
  "DBS.280042": "The instance's status does not allow this now, or a quota is used up: look at the instance",
  "DBS.280404": "instanceId: this is no id of an instance",
  "DBS.280408": "The configured project (tenantName or tenantId) is not accepted",
  "DBS.200604": "instanceId: the instance is another project's",
  "DBS.200010": "instanceId: the instance is not of the configured project",
  "APIGW.0301": "The signature or the token is not accepted: key, secret key, security token, and this machine's clock",
  "APIG.0301": "The signature or the token is not accepted: key, secret key, security token, and this machine's clock",
  "APIGW.0101": "This address has no such service: endpoint and region",
};

/** Returns whether the instance is busy; `perhaps` where the code has other meanings, too. */
export function isInstanceBusy({ busy, perhapsBusy }: Meanings, error: unknown): boolean | "perhaps" {
  return hasOneOf(error, perhapsBusy) ? "perhaps" : hasOneOf(error, busy);
}

/**
 * Returns whether a server error says that nothing was done. Only a busy instance does: other codes with 500 leave it open,
 * such as DBS.201509 (the object storage could not be reached).
 */
export function isNothingDone({ busy }: Meanings, code: string | undefined): boolean {
  return busy.has(code ?? "");
}

export function hasOneOf(error: unknown, codes: ReadonlySet<string>): boolean {
  return error instanceof ServiceError && codes.has(error.code ?? "");
}

/** Returns the answer; nothing where the service refuses with one of these codes. */
export async function unlessRefused<T>(codes: ReadonlySet<string>, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (hasOneOf(error, codes)) return undefined;
    throw error;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ServiceError && error.code === code;
}

interface Said {
  words?: string;
  code?: string;
}

/**
 * Returns what an error says. Its forms: `{error_code, error_msg}`, `{errorCode, errorMsg}`, `{errCode, …}`, `{code, message}`,
 * also nested.
 */
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

/** Returns whether an answer says that the credentials are not accepted, whatever its HTTP status. */
export function refusesLogin(body: unknown): boolean {
  return codeOf(body) === NOT_AUTHENTICATED;
}

/** `action` is the permission that the request needs, where a page names it. */
export function explain(meanings: Meanings | undefined, body: unknown, action?: string): Said & { hint?: string } {
  const { words, code } = said(body);
  const hint = meanings?.instanceGone.has(code ?? "") ? NO_INSTANCE : HINTS[code ?? ""];
  return { words, code, hint: hint === NO_PERMISSION && action ? `${hint}: it needs the action ${action}` : hint };
}
