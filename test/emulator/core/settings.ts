import { z } from "zod";
import type { Service } from "./service";

/** Every service has these; a service adds its own beside them. */
export const commonSettings = {
  /** How long a backup takes, in seconds of the emulator's clock. */
  buildSeconds: z.number().min(0).default(0.2),
  /** Delay before each answer. */
  latencyMs: z.number().min(0).default(0),
  /** More requests than this within a minute of the emulator's clock get 429; 0 is off. */
  rateLimitPerMinute: z.int().min(0).default(0),
};

const common = z.strictObject(commonSettings);
export type CommonSettings = z.infer<typeof common> & { failNext: Record<string, number> };

type Values = Record<string, unknown>;

/** The effective settings of each service. The last write wins, for one service or for all. */
export class SettingsBook {
  private effective = new Map<string, CommonSettings>();

  constructor(
    private readonly services: readonly Service[],
    private readonly initial: Values,
  ) {
    this.reset();
  }

  of(service: string): CommonSettings {
    return this.effective.get(service)!;
  }

  all(): Values {
    return Object.fromEntries(this.effective);
  }

  /** Takes all of it or, when a key or value is wrong, nothing. */
  change(patch: Values): void {
    const names = new Set(this.services.map((service) => service.name));
    const forAll = Object.fromEntries(Object.entries(patch).filter(([key]) => !names.has(key)));
    common.partial().parse(forAll);
    const changed = this.services.map((service) => {
      const own = z.record(z.string(), z.unknown()).parse(patch[service.name] ?? {});
      const values = { ...this.effective.get(service.name), ...forAll, ...own };
      return [service.name, service.settings.parse(values)] as const;
    });
    this.effective = new Map(changed);
  }

  reset(): void {
    this.effective = new Map();
    this.change(this.initial);
  }
}
