/** Short, so that doubts and time-outs come often. */
export const HASTY = {
  "backup-plans:pollSeconds": "0.05",
  "backup-plans:requestTimeoutSeconds": "0.7",
  "backup-plans:timeoutMinutes": "0.06",
};
/** A list may lag for so long. */
export const LOOKING = { "backup-plans:pollSeconds": "0.4" };
export const PATIENT = {
  "backup-plans:pollSeconds": "0.05",
  "backup-plans:requestTimeoutSeconds": "10",
  "backup-plans:timeoutMinutes": "0.5",
};
