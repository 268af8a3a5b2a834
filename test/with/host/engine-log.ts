import * as grpc from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

export interface LogLine {
  readonly severity: string;
  readonly message: string;
  readonly urn: string;
  readonly ephemeral: boolean;
}

interface EngineLog {
  readonly address: string;
  readonly lines: LogLine[];
  stop(): void;
}

/** The one call of Pulumi's engine that a provider makes: what it logs is kept. */
export async function startEngineLog(): Promise<EngineLog> {
  const lines: LogLine[] = [];
  const server = new grpc.Server();
  const log: grpc.handleUnaryCall<LogRequest, Empty> = ({ request }, done) => {
    lines.push({
      severity: severityOf(request),
      message: request.getMessage(),
      urn: request.getUrn(),
      ephemeral: request.getEphemeral(),
    });
    done(null, new Empty());
  };
  server.addService(EngineService, { log } as unknown as IEngineServer);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return { address: `127.0.0.1:${port}`, lines, stop: () => server.forceShutdown() };
}

function severityOf(request: LogRequest): string {
  const names = Object.entries(LogSeverity);
  return (names.find(([, value]) => value === request.getSeverity())?.[0] ?? "").toLowerCase();
}
