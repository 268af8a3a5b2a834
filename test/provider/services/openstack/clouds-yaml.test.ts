import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cloudNamed } from "../../../../provider/services/openstack/clouds-yaml";

const MOST = 256 * 1024;

describe("openstack: doubt 18: the size of clouds.yaml", () => {
  const folder = mkdtempSync(join(tmpdir(), "clouds-"));
  const file = join(folder, "clouds.yaml");
  const env = { OS_CLIENT_CONFIG_FILE: file };
  after(() => rmSync(folder, { recursive: true }));

  const write = (bytes: number) => {
    const text = "clouds: { shop: { region_name: R } }\n# ";
    writeFileSync(file, text + "x".repeat(bytes - text.length));
  };

  it("is read up to its limit", () => {
    write(MOST);
    assert.equal(cloudNamed("shop", env).region_name, "R");
  });

  it("is refused above it, in one sentence", () => {
    write(MOST + 1);
    assert.throws(() => cloudNamed("shop", env), {
      message:
        `${file} has 257 KiB, and at most 256 KiB are read: let OS_CLIENT_CONFIG_FILE or OS_CLIENT_SECURE_FILE name a file ` +
        "with the clouds that are needed",
    });
  });
});
