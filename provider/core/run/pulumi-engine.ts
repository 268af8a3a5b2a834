import { connect } from "node:net";
import type { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { BackupError } from "../ground/errors";

/** The engine's address, with which Pulumi's host starts the provider process; nothing in tests. */
export const engineAddress = /^[\w.-]+:\d+$/.test(process.argv[2] ?? "") ? process.argv[2] : undefined;

const ANSWER_MILLISECONDS = 2_000;

/** A line for the display, on the row of the resource with this URN. */
export interface Line {
  severity: "INFO" | "WARNING";
  message: string;
  urn: string;
  /** Whether the next line replaces it. */
  ephemeral: boolean;
}

/** The engine that a provider process serves. Without an address there is none, as in tests: it counts as alive. */
export class PulumiEngine {
  private lastSeen = 0;
  private client: EngineClient | undefined;

  constructor(readonly address?: string) {}

  /** Returns whether the engine still runs and can store an answer. */
  async lives(): Promise<boolean> {
    return this.address === undefined || listensAt(this.address);
  }

  /**
   * Throws where the engine has ended. A provider process outlives an engine that was killed, and no state would hold what it
   * sends then. An engine that was seen within `milliseconds` counts as alive.
   */
  async insist(milliseconds: number): Promise<void> {
    if (this.address === undefined || Date.now() - this.lastSeen < milliseconds) return;
    if (!(await this.lives())) {
      throw new BackupError(
        "Pulumi itself has ended, so nothing is sent any more; the next pulumi up looks for what was begun",
      );
    }
    this.lastSeen = Date.now();
  }

  /** Sends a line, and waits until the engine has it. */
  log(line: Line): Promise<void> {
    if (this.address === undefined) return Promise.resolve();
    const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
    const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
    const { credentials } = require("@grpc/grpc-js");
    this.client ??= new EngineClient(this.address, credentials.createInsecure()) as EngineClient;
    const { client } = this;
    const request = new LogRequest();
    request.setSeverity(LogSeverity[line.severity]);
    request.setMessage(line.message);
    request.setUrn(line.urn);
    request.setEphemeral(line.ephemeral);
    return new Promise((done) => client.log(request, () => done()));
  }
}

/** Returns false only for a refused connection: an engine that is too busy to answer has not ended. */
function listensAt(address: string): Promise<boolean> {
  const [host, port] = address.split(":") as [string, string];
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: ANSWER_MILLISECONDS });
    const end = (lives: boolean) => {
      socket.destroy();
      resolve(lives);
    };
    socket.once("connect", () => end(true));
    socket.once("timeout", () => end(true));
    socket.once("error", ({ code }: NodeJS.ErrnoException) => end(code !== "ECONNREFUSED"));
  });
}
