import { ofOtc } from "../../kinds/otc/services";

type Status = 401 | 429 | 500 | 503;

const otc: Record<Status, object> = {
  401: { error_code: "APIGW.0301", error_msg: "Incorrect IAM authentication information: token expires" },
  429: { error_code: "APIGW.0308", error_msg: "The throttling threshold has been reached" },
  500: { error_code: "DBS.280005", error_msg: "Server error. Try again later." },
  503: { error_code: "DBS.200998", error_msg: "The system is busy. Try again later." },
};

/** Rackspace words them as Trove does. */
const trove: Record<Status, object> = {
  401: { error: { code: 401, title: "Unauthorized", message: "The request you have made requires authentication." } },
  429: { overLimit: { code: 429, message: "This request was rate-limited." } },
  500: { computeFault: { code: 500, message: "The server has either erred or is incapable of performing it." } },
  503: { serviceUnavailable: { code: 503, message: "The service is unavailable." } },
};

const words: Record<string, object> = {
  serveravatar: {
    401: { message: "Unauthenticated." },
    429: { message: "Too Many Attempts." },
    500: { message: "Something went really wrong!" },
    503: { message: "Service Unavailable" },
  },
  trove,
  rackspace: trove,
  ...ofOtc(otc),
};

const keystone = (code: Status) => ({ error: { code, title: "Refused", message: "Refused by the test." } });

/** What a service answers when it does nothing, in its own words. */
export function refusalOf(service: string, status: Status): string {
  return JSON.stringify((words[service] as Record<Status, object> | undefined)?.[status] ?? keystone(status));
}
