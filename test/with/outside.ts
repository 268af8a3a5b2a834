import { type EmulatorOptions, type EmulatorUrls, startEmulator } from "../emulator";
import { type Control, controlOf, send } from "./control";

interface Request {
  service: string;
  method: string;
  path: string;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent.
  body?: any;
}

/** Services, and what can be seen and done there behind a program's back. */
export class Outside {
  constructor(private readonly services: { urls: EmulatorUrls; stop(): Promise<void> }) {}

  /** Those of an emulator of its own. */
  static async start(options?: EmulatorOptions): Promise<Outside> {
    return new Outside(await startEmulator(options));
  }

  get urls(): EmulatorUrls {
    return this.services.urls;
  }

  get control(): Control {
    return controlOf(this.urls);
  }

  /** Sends what somebody outside the program would, which must be a success, and returns the answer's body. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back.
  async send(service: string, method: string, path: string, body?: unknown): Promise<any> {
    const token = "emulator-token";
    const headers: Record<string, string> =
      service === "serveravatar" ? { authorization: token } : { "x-auth-token": token };
    return send(this.urls[service] + path, method, body, headers);
  }

  async requests(): Promise<Request[]> {
    return this.control("GET", "/requests");
  }

  /** Returns what was written to the services since the log was emptied; logins are no writes. */
  async writes(): Promise<Request[]> {
    return (await this.requests()).filter(({ method, service }) => method !== "GET" && service !== "identity");
  }

  /** Returns the outcome of `act`, and what the services were asked meanwhile. */
  async sent<T>(act: () => Promise<T>): Promise<{ outcome: T; requests: Request[]; writes: Request[] }> {
    await this.control("DELETE", "/requests");
    const outcome = await act();
    return { outcome, requests: await this.requests(), writes: await this.writes() };
  }

  /** How many plans ServerAvatar has. */
  async plans(): Promise<number> {
    return (await this.control("GET", "/counts")).serveravatar.plans;
  }

  async close(): Promise<void> {
    await this.services.stop();
  }
}
