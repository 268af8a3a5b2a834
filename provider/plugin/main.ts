#!/usr/bin/env node
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { lifecycleInProcess, run } from "../process";
import { callsOf } from "./calls";

const { version } = require("../../package.json");
const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
const server = new grpc.Server(unlimited);
server.addService(
  ResourceProviderService,
  callsOf(lifecycleInProcess, () => run.cancel(), version),
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  // The engine waits for the first line.
  process.stdout.write(`${port}\n`);
});
