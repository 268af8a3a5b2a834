import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Outputs } from "../core/kind/definition";

/** This part of Pulumi's SDK has no types. */
const { Status } = require("@pulumi/pulumi/proto/status_pb");

/** An error of the host; with an id, the engine keeps the resource in state as unfinished. */
export interface Refused extends Error {
  id?: string;
  properties?: Outputs;
  reasons?: string[];
}

/** Returns an error for the engine. `outputs` converts the values that it stores. */
export function refusal(error: Refused, outputs: (values: Outputs) => Struct): grpc.ServiceError {
  const { message, id, properties = {}, reasons = [] } = error;
  const metadata = new grpc.Metadata();
  if (id !== undefined) {
    const failed = new ErrorResourceInitFailed().setId(id).setReasonsList(reasons);
    failed.setProperties(outputs(properties));
    const detail = new Any();
    detail.pack(failed.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
    const status = new Status().setCode(grpc.status.UNKNOWN).setMessage(message).setDetailsList([detail]);
    metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  }
  return { name: "Error", code: grpc.status.UNKNOWN, message, details: message, metadata };
}
