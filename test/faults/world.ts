import { type Emulator, startEmulator } from "../emulator";
import { services } from "../emulator/services";
import { type Control, controlOf } from "../with/control";
import { nested } from "../with/host/form";
import { ownAccounts, withAccount } from "../with/host/own-accounts";
import { configFor } from "../with/host/use-host";
import { Outside } from "../with/outside";
import type { Exchange } from "./exchange";
import { type FaultProxy, type Script, startProxy } from "./proxy";
import { type Answer, Rules } from "./rules";

const SERVICES = services.map(({ name }) => name);

/** What the services hold. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever is stored.
export type Holdings = Record<string, any>;

/** All services, each behind a proxy that injects faults. */
export class World implements Script {
  readonly rules = new Rules();
  exchanges: Exchange[] = [];
  watch: Script["watch"];
  readonly dead = new Set<string>();
  readonly underWay = new Set<Promise<void>>();

  private constructor(
    private readonly emulator: Emulator,
    private readonly proxies: readonly FaultProxy[],
  ) {}

  static async open(settings: Record<string, unknown> = {}): Promise<World> {
    const emulator = await startEmulator({ settings });
    const proxies: FaultProxy[] = [];
    const world = new World(emulator, proxies);
    for (const service of SERVICES) proxies.push(await startProxy(service, emulator.urls[service]!, world));
    return world;
  }

  /** The addresses of the proxies. */
  get urls(): Emulator["urls"] {
    const through = SERVICES.map((service, index) => [service, this.proxies[index]!.url]);
    return { ...this.emulator.urls, ...Object.fromEntries(through) };
  }

  /** The same for one provider process among others. */
  urlsOf(generation?: string): Emulator["urls"] {
    const through = Object.entries(this.urls).map(([service, url]) => [
      service,
      generation ? `${url}/g-${generation}` : url,
    ]);
    return Object.fromEntries(through);
  }

  /**
   * What a stack's configuration holds to get here; `generation` tells one provider process from another, and `service` is
   * the one that is used, as there are accounts that rule out others.
   */
  config(generation?: string, service = ""): Record<string, string> {
    const urls = this.urlsOf(generation);
    // Else the catalog names Trove's address, past the proxy.
    const usual = { ...configFor(urls), "trove:endpoint": urls.trove };
    const own = (ownAccounts(urls) as Record<string, Record<string, string>>)[service];
    return (own ? withAccount(usual, own) : usual) as Record<string, string>;
  }

  /** The configuration as an explicit provider takes it. */
  get account(): object {
    return nested(
      Object.fromEntries(Object.entries(this.config()).filter(([key]) => !key.startsWith("backup-plans:"))),
    );
  }

  get control(): Control {
    return controlOf(this.emulator.urls);
  }

  /** The services as another program sees them, by way of the proxies. */
  get outside(): Outside {
    return new Outside({ urls: this.urls, stop: () => this.close() });
  }

  /** What the services themselves say that they hold, told past the proxies. */
  holdings(): Promise<Holdings> {
    return this.control("GET", "/state");
  }

  /** What stands before the services answers every read itself, in HTML, from now on. */
  refuseReads(status: number): void {
    this.rules.clear();
    const html = `HTTP/1.1 ${status} Refused\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<h1>${status}</h1>`;
    const fault: Answer = (socket) => void socket.end(html);
    for (const service of SERVICES.filter((name) => name !== "identity"))
      this.rules.add({ service, method: "GET", times: Number.POSITIVE_INFINITY, fault });
  }

  /** Waits until all is delivered that somebody sent. */
  async delivered(): Promise<void> {
    await Promise.all(this.underWay);
  }

  /** As at the start. */
  async reset(): Promise<void> {
    this.rules.clear();
    this.exchanges = [];
    this.watch = undefined;
    // What is delivered late is not delivered to whoever comes next.
    await this.delivered();
    await this.control("POST", "/reset");
  }

  async close(): Promise<void> {
    for (const proxy of this.proxies) proxy.stop();
    await this.emulator.stop();
  }
}
