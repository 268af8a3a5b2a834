import type { ServiceError } from "@grpc/grpc-js";
import type { Outputs } from "../core/kind/definition";
import { any, grpc, messages, Status, struct } from "./wire";

/** An error of the host; with an id, the engine keeps the resource in state as unfinished. */
export interface Refused extends Error {
  id?: string;
  properties?: Outputs;
  reasons?: string[];
}

/** Returns an error for the engine. `sealed` converts the values that it stores. */
export function refusal({ message, ...unfinished }: Refused, sealed: (values: Outputs) => Outputs): ServiceError {
  const { id, properties = {}, reasons = [] } = unfinished;
  const metadata = new grpc.Metadata();
  if (id !== undefined) {
    const failed = new messages.ErrorResourceInitFailed().setId(id).setReasonsList(reasons);
    failed.setProperties(struct.Struct.fromJavaScript(sealed(properties) as never));
    const detail = new any.Any();
    detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(grpc.status.UNKNOWN).setMessage(message).setDetailsList([detail]);
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  }
  return { name: "Error", code: grpc.status.UNKNOWN, message, details: message, metadata };
}
