import { connect } from "node:net";
import type { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { BackupError } from "../ground/errors";

/** The host starts the provider process with the engine's address; without one there is nobody to tell. */
export const engineAddress = /^[\w.-]+:\d+$/.test(process.argv[2] ?? "") ? process.argv[2] : undefined;

const ANSWER_MILLISECONDS = 2_000;

let lastSeen = 0;

/**
 * A provider process outlives an engine that was killed. What it still sent then, the next run could not know of, so it
 * sends nothing more. An engine seen within `milliseconds` is taken to live.
 */
export async function insistOnEngine(milliseconds: number): Promise<void> {
  if (engineAddress === undefined || Date.now() - lastSeen < milliseconds) return;
  if (!(await engineLives())) {
    throw new BackupError(
      "Pulumi itself has ended, so nothing is sent any more; the next pulumi up looks what there is",
    );
  }
  lastSeen = Date.now();
}

/** Whether there is still somebody who stores what is told. */
export async function engineLives(): Promise<boolean> {
  return engineAddress === undefined || answers(engineAddress);
}

function answers(address: string): Promise<boolean> {
  const [host, port] = address.split(":") as [string, string];
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: ANSWER_MILLISECONDS });
    const end = (lives: boolean) => {
      socket.destroy();
      resolve(lives);
    };
    socket.once("connect", () => end(true));
    // An engine that is too busy to answer is no engine that ended.
    socket.once("timeout", () => end(true));
    socket.once("error", () => end(false));
  });
}

let client: EngineClient | undefined;

export function connectedEngine(): EngineClient | undefined {
  if (engineAddress === undefined) return undefined;
  if (!client) {
    const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
    const grpc = require("@grpc/grpc-js");
    client = new EngineClient(engineAddress, grpc.credentials.createInsecure()) as EngineClient;
  }
  return client;
}
