import type * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

export interface Unfinished {
  readonly id: string;
  readonly properties: Record<string, unknown>;
  readonly reasons: string[];
}

/** Shows what an answer holds. */
type Received = (answer: Struct | undefined) => Record<string, unknown>;

/** The error as the engine would print it; `unfinished` is what it would keep in state. */
export class HostError extends Error {
  readonly unfinished: Unfinished | undefined;

  constructor(error: grpc.ServiceError, received: Received) {
    super(error.details);
    this.unfinished = unfinishedOf(error, received);
  }
}

function unfinishedOf(error: grpc.ServiceError, received: Received): Unfinished | undefined {
  const [bytes] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (!(bytes instanceof Buffer)) return undefined;
  const [detail] = Status.deserializeBinary(bytes).getDetailsList();
  if (!detail) return undefined;
  const failed = ErrorResourceInitFailed.deserializeBinary(detail.getValue_asU8());
  return {
    id: failed.getId(),
    properties: received(failed.getProperties()),
    reasons: failed.getReasonsList(),
  };
}
