import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "../with/root";

/** Compilers that a program may have. */
const COMPILERS: (typeof ts)[] = [ts, createRequire(join(__dirname, "typescript-6", "package.json"))("typescript")];

const plan = `organization: 5,
  server: 15,
  type: "application",
  applicationId: 4246,
  provider: "serveravatar",
  cloudStorageProviderId: 12,
  automaticBackup: true,
  schedule: "Every Day",
  retentionPeriod: "12 Months",
  applicationExtension: ".tar.gz",
  databaseExtension: ".sql.gz",
`;

const PLAN = (from: string, to: string) => ["serveravatar.BackupPlan", plan.replace(from, to)] as const;
const trove = 'instance: "d4603f69-ec7e-4e9b-803f-600b9205576f",\n';
const policy = 'instanceId: "a",\n keepDays: 7,\n startTime: "01:00-02:00",\n period: [1, 2, 3, 4, 5, 6, 7],\n';

/** A mistake: the constructor and its arguments, the wrong line, and words of the one error. */
const mistakes: [string, readonly [string, string], string, RegExp][] = [
  ["a schedule", PLAN("Every Day", "Daily"), 'schedule: "Daily"', /"Every Day"/],
  ["a retention", PLAN("12 Months", "1 month"), 'retentionPeriod: "1 month"', /"1 Month"/],
  ["a type", PLAN('"application"', '"files"'), 'type: "files"', /"filesystem"/],
  ["a provider", PLAN('"serveravatar"', '"s3"'), 'provider: "s3"', /"amazon_s3"/],
  ["an extension", PLAN(".sql.gz", ".dump"), 'databaseExtension: ".dump"', /"\.sql\.gz"/],
  ["a plan's onDelete", PLAN("server: 15,", 'server: 15,\n onDelete: "restore",'), 'onDelete: "restore"', /"keep"/],
  [
    "a misspelt argument",
    PLAN("server: 15,", 'server: 15,\n shedule: "x",'),
    'shedule: "x"',
    /the arguments are|shedule/,
  ],
  ["a name of a plan", PLAN("server: 15,", 'server: 15,\n name: "x",'), 'name: "x"', /automaticBackup: true/],
  ["a schedule of none", PLAN("Backup: true", "Backup: false"), 'schedule: "Every Day"', /automaticBackup: false/],
  ["two parents", ["trove.Backup", `${trove}parentId: "p",\nincremental: true,\n`], "incremental: true", /parentId/],
  [
    "a list that is too long",
    ["trove.Backup", `${trove}keepLast: 21,\n`],
    "keepLast: 21",
    /a whole number from 1 to 20/,
  ],
  ["a name beside a list", ["trove.Backup", `${trove}keepLast: 3,\nname: "x",\n`], 'name: "x"', /keepLast/],
  ["Trove's onDelete", ["trove.Backup", `${trove}onDelete: "restore",\n`], 'onDelete: "restore"', /"delete"/],
  ["a policy's onDelete", ["dds.BackupPolicy", `${policy}onDelete: "delete",\n`], 'onDelete: "delete"', /"disable"/],
];

for (const compiler of COMPILERS) {
  describe(`newcomer 1: TypeScript ${compiler.version} says one thing, on the wrong line, with the allowed words`, () => {
    const file = join(ROOT, "test/types/mistake.ts");
    let previous: ts.Program | undefined;

    function errorsIn(source: string): { line: string; message: string }[] {
      const { config } = compiler.readConfigFile(join(ROOT, "tsconfig.json"), compiler.sys.readFile);
      const { options } = compiler.parseJsonConfigFileContent(
        { ...config, include: [], files: [file] },
        compiler.sys,
        ROOT,
      );
      const host = compiler.createCompilerHost(options);
      const { readFile, fileExists, getSourceFile } = host;
      host.fileExists = (name) => name === file || fileExists(name);
      host.readFile = (name) => (name === file ? source : readFile(name));
      host.getSourceFile = (name, ...rest) =>
        name === file
          ? compiler.createSourceFile(name, source, rest[0])
          : (previous?.getSourceFile(name) ?? getSourceFile(name, ...rest));
      previous = compiler.createProgram([file], { ...options, noEmit: true }, host, previous);
      return compiler.getPreEmitDiagnostics(previous, previous.getSourceFile(file)).map((found) => ({
        line: source.slice(source.lastIndexOf("\n", found.start) + 1, source.indexOf("\n", found.start)).trim(),
        message: compiler.flattenDiagnosticMessageText(found.messageText, "\n"),
      }));
    }

    const sourceOf = (made: string, args: string) =>
      `import { dds, serveravatar, trove } from "pulumi-backup-plans";\nnew ${made}("x", {\n${args}});\nvoid [dds, serveravatar, trove];\n`;

    it("nothing, where nothing is wrong", () => {
      assert.deepEqual(errorsIn(sourceOf("serveravatar.BackupPlan", plan)), []);
    });

    for (const [what, [made, args], line, words] of mistakes) {
      it(what, () => {
        const [error, ...others] = errorsIn(sourceOf(made, args));
        assert.deepEqual(others, []);
        assert.ok(error?.line.includes(line), JSON.stringify(error));
        assert.match(error!.message, words);
        assert.doesNotMatch(error!.message, /type 'never'/);
      });
    }
  });
}
