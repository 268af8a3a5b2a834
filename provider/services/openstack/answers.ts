/** The headers in which services of OpenStack name a request. */
export const REQUEST_ID_HEADERS = ["x-openstack-request-id", "x-compute-request-id"];

/** Whether too many requests were sent. Trove says 413 of that, and of a quota that is used up, which no waiting mends. */
export function isOverLimit(status: number, body: string): boolean {
  return status === 429 || (status === 413 && !/quota/i.test(body));
}
