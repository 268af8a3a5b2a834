import * as pulumi from "@pulumi/pulumi";
import * as backup from "pulumi-backup-plans";
import type { Declared } from "./declared";
import { Empty } from "./empty";

type Resource = new (name: string, args: object, options: pulumi.CustomResourceOptions) => unknown;

const classes: Record<string, Resource> = {
  "serveravatar:BackupPlan": backup.serveravatar.BackupPlan as unknown as Resource,
  "serveravatar:Backup": backup.serveravatar.Backup as unknown as Resource,
};

const config = new pulumi.Config();
const components = new Map<string, pulumi.Resource>();
const accounts = new Map(
  Object.entries(config.getObject<Record<string, backup.ProviderArgs>>("accounts") ?? {}).map(([name, account]) => [
    name,
    new backup.Provider(name, account),
  ]),
);
const canary = config.getSecret("canary");
let later: Empty | undefined;

for (const declared of JSON.parse(process.env.JOURNEY_RESOURCES ?? "[]") as Declared[]) declare(declared);

function declare({ kind, name, args = {}, secret = [], later: unknown = [], options = {} }: Declared): void {
  if (kind === "empty") {
    new Empty(name);
    return;
  }
  const written = Object.entries(args).map(([key, value]) => {
    if (value === "(the canary of the configuration)") return [key, canary];
    if (secret.includes(key)) return [key, pulumi.secret(value)];
    return [key, unknown.includes(key) ? knownLater(value) : value];
  });
  const { component, account, ...others } = options;
  new classes[kind]!(name, Object.fromEntries(written), {
    ...others,
    ...(component !== undefined && { parent: componentOf(component) }),
    ...(account !== undefined && { provider: accounts.get(account) }),
  });
}

function knownLater(value: unknown): pulumi.Output<unknown> {
  later ??= new Empty("later");
  return later.id.apply(() => value);
}

function componentOf(name: string): pulumi.Resource {
  const known = components.get(name) ?? new pulumi.ComponentResource("journey:index:Group", name);
  components.set(name, known);
  return known;
}
