/** The headers with the request id of OpenStack's services. */
export const REQUEST_ID_HEADERS = ["x-openstack-request-id", "x-compute-request-id"];

/** Returns whether there were too many requests. Trove answers 413 for that, and for a used-up quota, which no wait mends. */
export function isOverLimit(status: number, body: string): boolean {
  return status === 429 || (status === 413 && !/quota/i.test(body));
}
