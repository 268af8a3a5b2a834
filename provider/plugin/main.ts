#!/usr/bin/env node
import type { Lifecycle } from "../core/kind/call";
import { endWithEngine } from "../core/run/end-with-engine";
import { engineAddress, PulumiEngine } from "../core/run/pulumi-engine";
import { Run } from "../core/run/run";
import { lifecycleOf } from "../host/lifecycle";
import { services } from "../services/services";
import { callsOf } from "./calls";
import { grpc, service } from "./wire";

/** One for the process. */
const run = new Run(new PulumiEngine(engineAddress));

endWithEngine(run.engine);

/** The engine side of a kind, which is loaded when it is asked for. */
function serving(kind: string): Lifecycle | undefined {
  const definition = services.definitionOf(kind);
  return definition && run.of(`lifecycle of ${kind}`, () => lifecycleOf(definition, run, services));
}

const { version } = require("../../package.json");
const unlimited = { "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 };
const server = new grpc.Server(unlimited);
server.addService(
  service.ResourceProviderService,
  callsOf(serving, () => run.cancel(), version),
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  // The engine waits for the first line.
  process.stdout.write(`${port}\n`);
});
