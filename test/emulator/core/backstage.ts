import { Clock } from "./clock";
import { FaultBook } from "./faults/fault-book";
import { RequestLog } from "./request-log";
import type { Service, World } from "./service";
import { SettingsBook } from "./settings";

/** Everything behind the services: what the control port reads and changes. */
export class Backstage {
  readonly clock = new Clock();
  readonly log = new RequestLog();
  readonly faults = new FaultBook();
  readonly settings: SettingsBook;
  readonly urls: Record<string, string> = {};
  private readonly stores = new Map<string, unknown>();
  private readonly worlds: Map<string, World>;

  constructor(
    readonly services: readonly Service[],
    settings: Record<string, unknown>,
  ) {
    this.settings = new SettingsBook(services, settings);
    this.worlds = new Map(services.map((service) => [service.name, this.build(service.name)]));
    this.seed();
  }

  world(service: string): World {
    return this.worlds.get(service)!;
  }

  store(service: string): unknown {
    return this.stores.get(service);
  }

  reset(): void {
    this.clock.reset();
    this.log.clear();
    this.faults.clear();
    this.settings.reset();
    this.seed();
  }

  private seed(): void {
    for (const service of this.services) this.stores.set(service.name, service.seed(this.world(service.name)));
  }

  private build(name: string): World {
    const { clock, urls, settings, stores } = this;
    const catalog = this.services.flatMap(({ name: of, catalog: entry }) => (entry ? [[of, entry] as const] : []));
    return {
      clock,
      urls,
      catalog: Object.fromEntries(catalog),
      get store() {
        return stores.get(name);
      },
      get settings() {
        return settings.of(name);
      },
      fails(kind) {
        const { failNext } = settings.of(name);
        const left = failNext[kind] ?? 0;
        if (left > 0) failNext[kind] = left - 1;
        return left > 0;
      },
      storeOf<Other>(service: string) {
        return stores.get(service) as Other;
      },
    };
  }
}
