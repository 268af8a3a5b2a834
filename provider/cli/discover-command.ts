import { Settings } from "../core/configuration/settings";
import { BackupError } from "../core/ground/errors";
import { printable } from "../core/ground/printable";
import { services } from "../services/services";
import { type Command, oneOf } from "./command";
import { configuration } from "./discover/configuration";
import { typescript, yaml } from "./discover/languages";
import { look } from "./discover/look";
import { program } from "./discover/program";
import { discovered } from "./discover/report";
import { table } from "./discover/table";
import { meant } from "./meant";

const NAMES = Object.keys(services.byName);

const usage = `usage: backup-plans discover <service> [options]

Looks at an account, and tells its instances, applications and databases, their plans, policies and recovery points, and
what has no plan. It only reads; a login by password or key asks for a token. <service> is ${NAMES.join(", ")}.
The account is that of the current stack (it runs \`pulumi config --show-secrets\`, and prints no secret);
without a stack it is that of the environment and of clouds.yaml.

  --stack <name>                         the stack with the configuration
  --format table|json|typescript|yaml    table, if not given; the last two are a program that adopts what can be adopted
  -h, --help                             this text

exit code: 1 an error, else 0`;

export const discoverCommand: Command = {
  usage,
  values: ["stack", "format"],
  flags: [],
  async run({ file: service, values }) {
    const format = oneOf("format", values.format, ["table", "json", "typescript", "yaml"]);
    const engine = Object.hasOwn(services.byName, service ?? "") && services.byName[service as string]?.engine();
    if (!service || !engine) throw new Error(wrongService(service));
    const config = configuration(values.stack);
    const settings = new Settings(config, process.env, services);
    if (settings.wrong.length > 0) throw new BackupError(settings.wrong.join("; "));
    const report = discovered(service, await look(service, engine, config), settings);
    const writers = {
      table: () => table(report),
      json: () => `${JSON.stringify(report, undefined, 2)}\n`,
      typescript: () => program(typescript, report),
      yaml: () => program(yaml, report),
    };
    process.stdout.write(writers[format]());
    return 0;
  },
};

function wrongService(given: string | undefined): string {
  if (given === undefined) return `a service is missing: ${NAMES.join(", ")}\n\n${usage}`;
  return `${printable(given)}: no such service${meant(given, NAMES)}\n\n${usage}`;
}
