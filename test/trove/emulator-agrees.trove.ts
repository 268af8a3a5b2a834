import assert from "node:assert/strict";
import { after, before } from "mocha";
import type { Case } from "./agreement/case";
import { createCases, instanceCases, refusedCases } from "./agreement/creations";
import { deleteCases, strategyCases } from "./agreement/deletions";
import { limitCases, listCases, routeCases } from "./agreement/looks";
import { type Answer, emulatorSide, realSide, type Side } from "./agreement/sides";
import type { RealTroveOptions } from "./real-trove";

const settled = (side: Side, text: string) =>
  text.replace(/\{([a-z][\w -]*)\}/gi, (whole, name) =>
    name === "username" ? side.username : (side.ids.get(name) ?? whole),
  );

function addressOf(side: Side, { at, path }: Case): string {
  const root = side.troveUrl.slice(0, side.troveUrl.indexOf("/v1.0"));
  if (at === "root") return root + path;
  if (at === "identity") return side.authUrl + path;
  return (at === "other project" ? `${root}/v1.0/${side.otherProjectId}` : side.troveUrl) + settled(side, path);
}

async function send(side: Side, one: Case): Promise<Answer> {
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    ...(one.at !== "identity" && { "x-auth-token": side.token }),
    ...one.headers,
  };
  const text = one.raw ?? (one.body === undefined ? undefined : settled(side, JSON.stringify(one.body)));
  const answer = await fetch(addressOf(side, one), { method: one.method, headers, ...(text && { body: text }) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

async function waitUntil(side: Side, [name, wanted]: readonly [string, string]): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { status, text } = await send(side, { title: "", method: "GET", path: `/backups/{${name}}` });
    const state = status === 404 ? "gone" : JSON.parse(text).backup.status;
    if (state === wanted) return;
    await side.tick();
  }
  assert.fail(`${name} never ${wanted}`);
}

/** What may differ from run to run gets a name. */
function masked(side: Side, text: string): string {
  const port = (url: string) => new URL(url).host;
  let plain = text.replaceAll(side.projectId, "{project}").replaceAll(side.otherProjectId, "{other project}");
  plain = plain.replaceAll(port(side.troveUrl), "{trove}").replaceAll(port(side.authUrl), "{identity}");
  for (const [name, id] of side.ids) plain = plain.replaceAll(id, `{${name}}`);
  return plain
    .replace(/^([12]\d|30)$|(?<="retryAfter": ")([12]\d|30)(?=")/, "up to 30")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g, "{time}")
    .replace(/went wrong: \([0-9a-f-]{36}\)/, "went wrong: ({id})");
}

const toParsed = (text: string) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

async function told(side: Side, one: Case) {
  if (one.afterSeconds) await side.wait(one.afterSeconds);
  if (one.until) await waitUntil(side, one.until);
  if (one.set) await side.set(one.set);
  const { status, headers, text } = await send(side, one);
  if (one.as) side.ids.set(one.as, toParsed(text).backup.id);
  const header = (name: string) => masked(side, headers.get(name) ?? "");
  const body = toParsed(masked(side, text));
  const core = { status, authenticate: header("www-authenticate"), body };
  if (one.at === "identity") return core;
  const retryAfter = header("retry-after");
  const hasRequestId = headers.has("x-openstack-request-id");
  return { ...core, type: header("content-type"), retryAfter, hasRequestId, length: masked(side, text).length };
}

interface Sides {
  readonly real: RealTroveOptions;
  /** Settings of the emulator. */
  readonly emulator: Record<string, unknown>;
}

function compare(title: string, list: readonly Case[], { real, emulator }: Sides) {
  describe(title, () => {
    const sides: Side[] = [];
    before(async () => {
      // The slow one first: the token of the other would grow old meanwhile.
      sides.push(await realSide(real));
      sides.push(await emulatorSide(emulator));
    });
    after(() => Promise.all(sides.map((side) => side.stop())));
    for (const one of list) {
      it(one.title, async () => {
        const [expected, actual] = await Promise.all(sides.map((side) => told(side, one)));
        assert.deepEqual(actual, expected);
      });
    }
  });
}

const everything = [
  ...instanceCases,
  ...createCases,
  ...refusedCases,
  ...listCases,
  ...routeCases,
  ...deleteCases,
  ...strategyCases,
];

for (const version of ["26.0.0", "24.1.0"] as const) {
  compare(`the emulator agrees with Trove ${version}`, everything, {
    real: { version },
    emulator: { trove: { version } },
  });
}

compare("the emulator agrees with Trove on limits", limitCases, {
  real: { version: "26.0.0", ratePerMinute: 2, tokenSeconds: 15 },
  emulator: { trove: { rateLimitPerMinute: 2 }, identity: { tokenSeconds: 15 } },
});
