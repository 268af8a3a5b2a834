import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EngineVersion } from "./engine";
import { findEngine } from "./find";

const languageHost = "pulumi-language-nodejs";
const dynamicProvider = "pulumi-resource-pulumi-nodejs";

describe("finding an engine", () => {
  let root: string;
  let lines: string[];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "engine-find-"));
    lines = [];
    await place(join(root, "cache", `3.250.0-${process.platform}-${process.arch}`, "bin"), "3.250.0");
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  /** Writes stand-ins for the engine and its companions. */
  async function place(dir: string, version: string, companions = [languageHost, dynamicProvider]) {
    await mkdir(dir, { recursive: true });
    for (const name of ["pulumi", ...companions]) {
      await writeFile(join(dir, name), `#!/bin/sh\necho v${version}\n`, { mode: 0o755 });
    }
  }

  async function find(version?: EngineVersion) {
    const env = { PATH: join(root, "path"), BACKUP_PLANS_ENGINE_CACHE: join(root, "cache") };
    const engine = await findEngine({ version, env, onProgress: (line) => lines.push(line) });
    return `${engine.version} from ${engine.source}`;
  }

  it("takes the one on PATH", async () => {
    await place(join(root, "path"), "3.180.0");
    assert.equal(await find(), "3.180.0 from PATH");
  });

  it("takes the cached one when PATH has none", async () => {
    assert.equal(await find(), "3.250.0 from cache");
    assert.deepEqual(lines, []);
  });

  it("passes over one that is too old", async () => {
    await place(join(root, "path"), "3.149.0");
    assert.equal(await find(), "3.250.0 from cache");
    assert.match(lines.join(), /older than 3\.150\.0/);
  });

  it("passes over one without its language host", async () => {
    await place(join(root, "path"), "3.250.0", [dynamicProvider]);
    assert.equal(await find(), "3.250.0 from cache");
    assert.match(lines.join(), /pulumi-language-nodejs is neither/);
  });

  it("passes over another version than the one asked for", async () => {
    await place(join(root, "path"), "3.180.0");
    assert.equal(await find("3.250.0"), "3.250.0 from cache");
  });
});
