import assert from "node:assert/strict";
import { join } from "node:path";
import ts from "typescript";
import type { EmulatorUrls } from "../../emulator";
import { compilerOf } from "../../with/compiler";
import { runProcess } from "../../with/engine/run-process";
import { filled } from "../../with/filled/filled";
import { Outside } from "../../with/outside";
import { ROOT } from "../../with/root";
import { declarationsIn } from "./declarations";
import { type Held, heldOf } from "./held";

const BACKUPS = 200;

interface Account {
  account: string;
  service: string;
  environment(urls: EmulatorUrls): NodeJS.ProcessEnv;
  settings?: Record<string, object>;
  /** What the account holds, by the emulator's own state. */
  held(state: never): Held;
  /** How many targets have no plan. */
  without: number;
  /** How many requests it takes beside the login. */
  requests: number;
}

const user = (urls: EmulatorUrls) => {
  return { OS_AUTH_URL: `${urls.identity}/v3`, OS_USERNAME: "tester", OS_PASSWORD: "not-a-real-password" };
};

function ofOtc(account: string, project: { name: string; id: string }, counts: { without: number; requests: number }) {
  const service = account.toLowerCase();
  const own = { OS_USER_DOMAIN_NAME: "OTC00000000001000000000", OS_PROJECT_NAME: project.name };
  const environment = (urls: EmulatorUrls) => ({ ...user(urls), ...own });
  return { account, service, environment, held: heldOf.otc(service, project.id), ...counts };
}

const EU_DE = { name: "eu-de", id: "0549b4a43100d4f32f51c01c2fe4acdb" };
const GEMINI = { name: "eu-de_gemini", id: "054e292c9880d4992f02c0196d3ea468" };
const DEMO = { OS_USER_DOMAIN_NAME: "Default", OS_PROJECT_DOMAIN_NAME: "Default", OS_PROJECT_NAME: "demo" };
const RACKSPACE = { RAX_USERNAME: "rax-tester", RAX_API_KEY: "fake-rackspace-api-key-for-tests", RAX_REGION: "ORD" };

const ACCOUNTS: readonly Account[] = [
  {
    ...{ account: "ServerAvatar", service: "serveravatar", held: heldOf.serveravatar },
    environment: (urls) => ({ SERVERAVATAR_TOKEN: "emulator-token", SERVERAVATAR_ENDPOINT: urls.serveravatar }),
    // The organizations and servers, 3 pages each of 22 applications and databases, 20 pages of 200 runs.
    ...{ without: 24, requests: 1 + 1 + 3 + 3 + 20 },
  },
  {
    ...{ account: "Trove", service: "trove", held: heldOf.trove },
    environment: (urls) => ({ ...user(urls), ...DEMO }),
    // 3 pages of 45 instances, one of all backups.
    ...{ without: 45, requests: 3 + 1 },
  },
  {
    ...{ account: "Rackspace", service: "trove", held: heldOf.rackspace },
    environment: (urls) => ({ ...RACKSPACE, RAX_AUTH_URL: `${urls.identity}/v2.0` }),
    settings: { trove: { flavour: "rackspace" } },
    // 3 pages of 45 instances, 10 pages of 200 backups.
    ...{ without: 24, requests: 3 + 10 },
  },
  // A page of 43 instances, the policy of each, 3 pages of 200 backups.
  ofOtc("DDS", EU_DE, { without: 10, requests: 1 + 43 + 3 }),
  // As DDS, and a page of the backups of single tables.
  ofOtc("GeminiDB", GEMINI, { without: 10, requests: 1 + 43 + 3 + 1 }),
  // A page of 44 instances, the policy and the backups of each.
  ofOtc("RDS", EU_DE, { without: 10, requests: 1 + 44 + 44 }),
];

describe("16.6 discover: an account with 200 backups that somebody else made, odd ones among them", () => {
  const compile = compilerOf(ts);

  for (const { account, service, environment, settings, held, without, requests } of ACCOUNTS) {
    it(`${account}: reads alone, and prints a program that compiles and has each thing once`, async () => {
      const outside = await Outside.start({ services: filled(BACKUPS), ...(settings && { settings }) });
      try {
        const command = [join(ROOT, "dist", "cli", "main.js"), "discover", service, "--format", "typescript"];
        const nowhere = join(ROOT, "none");
        const env = { PATH: nowhere, HOME: nowhere, ...environment(outside.urls) };
        const { code, stdout, stderr } = await runProcess(process.execPath, command, { env, timeoutSeconds: 60 });
        assert.equal(code, 0, stderr);
        assert.match(stderr, /^no current stack of Pulumi: [^\n]+\n$/);
        await assertReads(outside, requests);
        const { all, complete } = held(await outside.control("GET", "/state"));
        assert.deepEqual(titlesIn(stdout), [...all].sort());
        const declared = declarationsIn(stdout);
        assert.deepEqual(
          declared.map(({ texts }) => `${texts.adopt ?? texts.instanceId}`).sort(),
          [...complete].sort(),
        );
        assert.equal(new Set(declared.map(({ kind, name }) => `${kind} ${name}`)).size, declared.length);
        assert.equal(stdout.split("// Without a plan that is seen:\n")[1]?.trim().split("\n").length, without);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
        assert.doesNotMatch(stdout, /[\u001b\u202e\u2028\u2029]|allow:|onDelete:/);
        assert.deepEqual(compile(stdout), []);
      } finally {
        await outside.close();
      }
    });
  }
});

/** Whether all requests read, but for a login that gets a token. */
async function assertReads(outside: Outside, requests: number): Promise<void> {
  const all = await outside.requests();
  const logins = all.filter(
    ({ service, method, path }) => service === "identity" && method === "POST" && /tokens$/.test(path),
  );
  const reads = all.filter(({ method }) => method === "GET");
  assert.ok(logins.length <= 1, `${logins.length} logins`);
  assert.equal(reads.length + logins.length, all.length);
  assert.equal(reads.length, requests);
}

/** The ids of the things that have a comment of their own. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/^\/\/ (?:policy|plan|recovery point) ([\w-]+)/gm)].map(([, id]) => `${id}`).sort();
}
