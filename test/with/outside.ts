import { type Emulator, type EmulatorOptions, startEmulator } from "../emulator";
import { type Control, controlOf, send } from "./control";

interface Request {
  service: string;
  method: string;
  path: string;
}

/** An emulator of its own, and what can be seen and done there behind a program's back. */
export class Outside {
  protected constructor(private readonly emulator: Emulator) {}

  static async start(options?: EmulatorOptions): Promise<Outside> {
    return new Outside(await startEmulator(options));
  }

  get urls(): Emulator["urls"] {
    return this.emulator.urls;
  }

  get control(): Control {
    return controlOf(this.urls);
  }

  async send(service: string, method: string, path: string, body?: unknown): Promise<void> {
    const token = "emulator-token";
    const headers: Record<string, string> =
      service === "serveravatar" ? { authorization: token } : { "x-auth-token": token };
    await send(this.urls[service] + path, method, body, headers);
  }

  async requests(): Promise<Request[]> {
    return this.control("GET", "/requests");
  }

  /** What was written to the services since the log was emptied; logins are no writes. */
  async writes(): Promise<Request[]> {
    return (await this.requests()).filter(({ method, service }) => method !== "GET" && service !== "identity");
  }

  async close(): Promise<void> {
    await this.emulator.stop();
  }
}
