import type { FastifyInstance } from "fastify";
import { Backstage } from "./core/backstage";
import { controlApp } from "./core/control-app";
import type { Service } from "./core/service";
import { serviceApp } from "./core/service-app";
import { services as all, type ServiceName } from "./services";

const host = "127.0.0.1";
const controlOffset = 5;

export type EmulatorUrls = Record<ServiceName | "control", string> & Readonly<Record<string, string>>;

export interface Emulator {
  readonly urls: EmulatorUrls;
  stop(): Promise<void>;
}

export interface EmulatorOptions {
  /** Base port; 0, the default, takes free ports. */
  port?: number;
  /** As for `POST /settings`; `POST /reset` returns to them. */
  settings?: Record<string, unknown>;
  /** All of the emulator where nothing is said. */
  services?: readonly Service[];
}

export async function startEmulator({
  port = 0,
  settings = {},
  services = all,
}: EmulatorOptions = {}): Promise<Emulator> {
  const stage = new Backstage(services, settings);
  const apps: [name: string, offset: number, app: FastifyInstance][] = services.map((service) => [
    service.name,
    service.portOffset,
    serviceApp(service, stage),
  ]);
  apps.push(["control", controlOffset, controlApp(stage)]);
  const stop = async () => {
    await Promise.all(apps.map(([, , app]) => app.close()));
  };
  try {
    await Promise.all(
      apps.map(async ([name, offset, app]) => {
        stage.urls[name] = await app.listen({ host, port: port === 0 ? 0 : port + offset });
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  const urls = Object.fromEntries(apps.map(([name]) => [name, stage.urls[name]!])) as EmulatorUrls;
  return { urls, stop };
}
