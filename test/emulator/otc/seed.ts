import { defaultPolicy } from "./policies/policy-rules";
import type { Instance } from "./store";

type Fields = Pick<Instance, "id" | "projectId" | "name" | "mode" | "version" | "datastore">;

/** An instance as a user finds it first: automated backups are on, seven days, every day. */
export function newInstance(fields: Fields): Instance {
  return { ...fields, policy: defaultPolicy, running: undefined, cancelNext: () => undefined };
}
