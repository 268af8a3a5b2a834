#!/usr/bin/env node
import { lifecycleInProcess, run } from "../process";
import { callsOf } from "./calls";
import { grpc, service } from "./wire";

const { version } = require("../../package.json");
const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
const server = new grpc.Server(unlimited);
server.addService(
  service.ResourceProviderService,
  callsOf(lifecycleInProcess, () => run.cancel(), version),
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  // The engine waits for the first line.
  process.stdout.write(`${port}\n`);
});
