import { type EmulatorUrls, startEmulator } from "../../emulator";
import { controlOf } from "../../with/control";
import { configFor } from "../../with/host/use-host";
import type { Declaration } from "../../with/programs/declaration";
import { Program } from "../../with/programs/program";

/** What an endpoint under pressure came to. */
export interface Pressure {
  seconds: number;
  code: number;
  /** Everything that was printed. */
  text: string;
  /** In state, and as the program wants them. */
  stored: number;
  /** Held by the services, by their own word. */
  made: number;
  /** By service. */
  requests: Record<string, { all: number; throttled: number; writes: number }>;
}

interface Options {
  perMinute: number;
  settings?: Record<string, unknown>;
  config?: Record<string, string>;
  /** How many times as fast as a real one the minute of the services goes, once a request was one too many. @default 1 */
  haste?: number;
}

const LONGEST_SECONDS = 7_200;
const TICK_MILLISECONDS = 100;

/** One `pulumi up` of all, at once, against endpoints that take so many requests a minute. */
export async function underPressure(declared: readonly Declaration[], options: Options): Promise<Pressure> {
  const { perMinute, settings, config, haste = 1 } = options;
  const emulator = await startEmulator({ settings: { ...settings, rateLimitPerMinute: perMinute } });
  const endHurry = haste === 1 ? async () => {} : hurry(emulator.urls, haste);
  const usual = { ...configFor(emulator.urls), "backup-plans:pollSeconds": "10" } as Record<string, string>;
  const program = await Program.create({ config: { ...usual, ...config } });
  try {
    await program.declare(declared);
    const began = Date.now();
    const { code, text } = await program.run(["up", "--yes", "--skip-preview", "--parallel", `${declared.length}`], {
      timeoutSeconds: LONGEST_SECONDS,
    });
    const seconds = (Date.now() - began) / 1000;
    const state = Object.values(await program.state());
    return {
      ...{ seconds, code, text, made: await heldBy(emulator.urls), requests: await requestsTo(emulator.urls) },
      stored: state.filter(({ outputs, initErrors }) => !initErrors && outputs.state !== "unknown").length,
    };
  } finally {
    await endHurry();
    await program.dispose();
    await emulator.stop();
  }
}

/** Lets the services' clock run ahead from the first refusal on; what it returns ends that. */
function hurry(urls: EmulatorUrls, haste: number): () => Promise<void> {
  let isThrottled = false;
  let last = Promise.resolve();
  const tick = async () => {
    isThrottled ||= Object.values(await requestsTo(urls)).some(({ throttled }) => throttled > 0);
    if (isThrottled) await controlOf(urls)("POST", "/time", { advance: ((haste - 1) * TICK_MILLISECONDS) / 1000 });
  };
  const timer = setInterval(() => {
    last = last.then(tick);
  }, TICK_MILLISECONDS);
  return () => {
    clearInterval(timer);
    return last;
  };
}

async function heldBy(urls: EmulatorUrls): Promise<number> {
  const { serveravatar, trove, dds, geminidb } = await controlOf(urls)("GET", "/state");
  return [serveravatar.plans, trove.backups, dds.backups, geminidb.backups].reduce((sum, each) => sum + each.length, 0);
}

interface Logged {
  service: string;
  method: string;
  status?: number;
}

async function requestsTo(urls: EmulatorUrls): Promise<Pressure["requests"]> {
  const found: Pressure["requests"] = {};
  for (const { service, method, status } of (await controlOf(urls)("GET", "/requests")) as Logged[]) {
    const counted = found[service] ?? { all: 0, throttled: 0, writes: 0 };
    found[service] = counted;
    counted.all++;
    if (status === 429 || status === 413) counted.throttled++;
    else if (method !== "GET") counted.writes++;
  }
  return found;
}
