import type { Common, Definition } from "../../../core/kind/definition";
import { connect, type OtcService } from "./connection";
import { findInstance } from "./instances";

/** Returns how a service on Open Telekom Cloud tells its account, and whether the account has an instance. */
export function accountOf(
  service: OtcService,
): Required<Pick<Definition<Common & { instanceId: string }>, "account" | "hasInstance">> {
  return {
    account: async (context) => {
      const { projectId, region } = await connect(context, service);
      return [`project ${projectId}`, region];
    },
    hasInstance: async (context, { instanceId }) =>
      (await findInstance(await connect(context, service), instanceId)) !== undefined,
  };
}
