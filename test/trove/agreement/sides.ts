import { setTimeout as delay } from "node:timers/promises";
import { type Emulator, startEmulator } from "../../emulator";
import { type Control, type RealTrove, type RealTroveOptions, startRealTrove } from "../real-trove";

/** What both sides can be told, in one set of words. Left out: as it was at the start. */
export interface Wish {
  /** Backups take long, or never leave NEW. */
  readonly guest?: "slow" | "silent";
  readonly swift?: "denied" | "nocatalog" | "down";
  readonly maxBackups?: number;
  /** Deletions stay pending for a while. */
  readonly deletion?: "slow";
  /** Stored objects can't be deleted. */
  readonly objects?: "stuck";
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Side {
  readonly troveUrl: string;
  readonly authUrl: string;
  readonly projectId: string;
  readonly otherProjectId: string;
  readonly username: string;
  readonly token: string;
  /** Backups, by the names that the cases give them. */
  readonly ids: Map<string, string>;
  set(wish: Wish): Promise<unknown>;
  /** Lets a little time pass, between two looks. */
  tick(): Promise<unknown>;
  wait(seconds: number): Promise<unknown>;
  stop(): Promise<void>;
}

const json = { "content-type": "application/json" };

async function post(url: string, body: unknown): Promise<Response> {
  const answer = await fetch(url, { method: "POST", headers: json, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}

function controlOf({ guest, swift, deletion, objects }: Wish): Control {
  return {
    ...(guest === "slow" && { building_after: 0.3, done_after: 3 }),
    ...(guest === "silent" && { taskmanager: "off" }),
    ...(swift && { swift_account: swift }),
    ...(deletion === "slow" && { delete_after: 3 }),
    ...(objects === "stuck" && { delete_outcome: "fail" }),
  };
}

export async function realSide(options: RealTroveOptions): Promise<Side> {
  const trove: RealTrove = await startRealTrove(options);
  return {
    ...trove,
    ids: new Map(),
    set: (wish) => {
      const quota = trove.backupctl("quota", String(wish.maxBackups ?? 50), trove.projectId);
      return Promise.all([trove.control(controlOf(wish)), quota]);
    },
    tick: () => delay(100),
    wait: (seconds) => delay(seconds * 1000),
  };
}

/** The user of the emulator's seed, logged in as one logs in to Keystone. */
async function login({ urls }: Emulator): Promise<{ token: string; projectId: string }> {
  const domain = { name: "Default" };
  const user = { name: "tester", domain, password: "not-a-real-password" };
  const identity = { methods: ["password"], password: { user } };
  const scope = { project: { name: "demo", domain } };
  const answer = await post(`${urls.identity}/v3/auth/tokens`, { auth: { identity, scope } });
  const { token } = (await answer.json()) as { token: { project: { id: string } } };
  return { token: answer.headers.get("x-subject-token")!, projectId: token.project.id };
}

export async function emulatorSide(initial: Record<string, unknown> = {}): Promise<Side> {
  const emulator = await startEmulator({ settings: initial });
  const { urls, stop } = emulator;
  const { token, projectId } = await login(emulator);
  const wait = (seconds: number) => post(`${urls.control}/time`, { advance: seconds });
  const settings = (values: object) => post(`${urls.control}/settings`, { trove: values });
  return {
    troveUrl: `${urls.trove}/v1.0/${projectId}`,
    authUrl: `${urls.identity}/v3`,
    projectId,
    otherProjectId: "8e2c1d4f5b6a47938d7c6b5a49382716",
    username: "tester",
    token,
    ids: new Map(),
    set: ({ guest, swift, maxBackups, deletion, objects }) =>
      settings({
        buildSeconds: guest === "slow" ? 20 : 2,
        guestSilent: guest === "silent",
        swift: swift ?? "ok",
        maxBackups: maxBackups ?? 50,
        deleteSeconds: deletion === "slow" ? 20 : 2,
        failNext: { delete: objects === "stuck" ? 1 : 0 },
      }),
    tick: () => wait(1),
    wait,
    stop,
  };
}
