import type { EmulatorUrls } from "../../emulator";
import { type Control, controlOf, send } from "../control";

export interface Sent {
  method: string;
  path: string;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was sent.
  body?: any;
}

/** The services beside a stack, and what can be seen and done there. */
export abstract class Beside {
  protected abstract get urls(): EmulatorUrls;

  /** What `act` comes to, and what the services were asked meanwhile. */
  async sent<T>(act: () => Promise<T>): Promise<{ outcome: T; requests: Sent[]; writes: Sent[] }> {
    await this.control("DELETE", "/requests");
    const outcome = await act();
    const requests = await this.control<Sent[]>("GET", "/requests");
    return { outcome, requests, writes: requests.filter(({ method }) => method !== "GET") };
  }

  /** How many plans and runs the service has, told by the service itself. */
  async counts(): Promise<{ plans: number; runs: number }> {
    return (await this.control<{ serveravatar: { plans: number; runs: number } }>("GET", "/counts")).serveravatar;
  }

  /** Sends what somebody outside the program would. */
  async outside(method: string, path: string, body?: unknown): Promise<unknown> {
    return send(this.urls.serveravatar + path, method, body, { authorization: "emulator-token" });
  }

  get control(): Control {
    return controlOf(this.urls);
  }
}
