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

describe("openstack: the forms of clouds.yaml", () => {
  const folder = mkdtempSync(join(tmpdir(), "clouds-"));
  const file = join(folder, "clouds.yaml");
  const env = { OS_CLIENT_CONFIG_FILE: file };
  after(() => rmSync(folder, { recursive: true }));

  const READ: [what: string, text: string, auth: object][] = [
    [
      "digits as text",
      "clouds: { x: { auth: { password: 0123, project_name: 2024 } } }",
      { password: "0123", project_name: "2024" },
    ],
    ["no empty value", "clouds: { x: { auth: { username: me, password: } } }", { username: "me" }],
    ["merged keys", "a: &a { username: me }\nclouds: { x: { auth: { <<: *a } } }", { username: "me" }],
  ];
  for (const [what, text, auth] of READ) {
    it(`reads ${what}`, () => {
      writeFileSync(file, text);
      assert.deepEqual(cloudNamed("x", env).auth, auth);
    });
  }

  it("quotes no line of a value with a tag that it does not know", async () => {
    writeFileSync(file, "clouds: { x: { auth: { password: !vault s3cret } } }");
    const warned: Error[] = [];
    const warn = (warning: Error) => void warned.push(warning);
    process.on("warning", warn);
    assert.equal(cloudNamed("x", env).auth?.password, "s3cret");
    await new Promise(setImmediate);
    process.off("warning", warn);
    assert.deepEqual(warned, []);
  });

  const REFUSED: [text: string, why: string][] = [
    ["clouds: [x]", 'cloud "x" is not in FILE; there: none'],
    ["clouds: x", 'cloud "x" is not in FILE; there: none'],
    ["clouds: { y: {} }", 'cloud "x" is not in FILE; there: y'],
    ["clouds: { x: text }", 'cloud "x" in FILE: it must be a list of keys with their values'],
    ["clouds: { x: { auth: [s3cret] } }", 'cloud "x" in FILE: auth must be a list of keys with their values'],
    ["clouds: { x: { auth: { password: { a: s3cret } } } }", 'cloud "x" in FILE: auth.password must be text'],
    ["clouds: { x: { region_name: [eu-de] } }", 'cloud "x" in FILE: region_name must be text'],
    ["clouds: { x: ", "FILE is not valid YAML (line 1)"],
  ];
  for (const [text, why] of REFUSED) {
    it(`refuses ${text}`, () => {
      writeFileSync(file, text);
      assert.throws(() => cloudNamed("x", env), { message: why.replace("FILE", file) });
    });
  }

  it("refuses a cloud that only every object has", () => {
    writeFileSync(file, "clouds: {}");
    assert.throws(() => cloudNamed("toString", env), /cloud "toString" is not in/);
  });

  it("says that a file cannot be read, as of a folder", () =>
    assert.throws(() => cloudNamed("x", { OS_CLIENT_CONFIG_FILE: folder }), {
      message: `${folder} cannot be read (EISDIR)`,
    }));
});
