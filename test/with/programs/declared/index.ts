import * as pulumi from "@pulumi/pulumi";
import type * as dynamicForm from "pulumi-backup-plans";
import type { Declaration } from "../declaration";
import { Empty } from "./empty";

type Resource = new (name: string, args: object, options: pulumi.CustomResourceOptions) => pulumi.CustomResource;

const config = new pulumi.Config();
// One alone is loaded.
const form = config.get("form") === "plugin" ? "pulumi-backup-plans/plugin" : "pulumi-backup-plans";
const backup: typeof dynamicForm = require(form);
const made = new Map<string, pulumi.CustomResource>();
const providers = new Map<string, pulumi.ProviderResource>();
const components = new Map<string, pulumi.Resource>();
let late: Empty | undefined;

for (const [name, account] of Object.entries(config.getObject<Record<string, object>>("providers") ?? {})) {
  providers.set(name, new backup.Provider(name, account));
}
// Of the environment, so that previews of many programs can be made of one stack at the same time.
const listed = process.env.DECLARED_RESOURCES;
const declarations: Declaration[] = listed ? JSON.parse(listed) : (config.getObject("resources") ?? []);
for (const declaration of declarations) declare(declaration);

function declare({ kind, name, args = {}, options = {} }: Declaration): void {
  const resource = classOf(kind);
  const { parent, provider, aliases, component, ...others } = options;
  const references = {
    parent: component === undefined ? made.get(`${parent}`) : componentOf(component),
    provider: provider === undefined ? undefined : providers.get(provider),
    aliases: aliases?.map((alias) => (typeof alias === "string" ? { name: alias } : alias)),
  };
  made.set(name, new resource(name, written(args), { ...references, ...others }));
}

function componentOf(name: string): pulumi.Resource {
  const known = components.get(name) ?? new pulumi.ComponentResource("declared:index:Group", name);
  components.set(name, known);
  return known;
}

function classOf(kind: string): Resource {
  if (kind === "empty") return Empty;
  const [service, type] = kind.split(":") as [string, string];
  const own = (backup as unknown as Record<string, Record<string, Resource>>)[service];
  return own?.[type] ?? ofAnotherProvider(kind);
}

function ofAnotherProvider(type: string): Resource {
  return class extends pulumi.CustomResource {
    constructor(name: string, args: object, options: pulumi.CustomResourceOptions) {
      super(type, name, args as pulumi.Inputs, options);
    }
  };
}

function written(args: object): object {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, meant(value)]));
}

function meant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meant);
  const { idOf, secret, later, secretOf } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (idOf !== undefined) return made.get(`${idOf}`)?.id;
  if (secretOf !== undefined) return config.requireSecret(`${secretOf}`);
  if (later !== undefined) return lateAs(later);
  return secret === undefined ? value : pulumi.secret(secret);
}

function lateAs(value: unknown): pulumi.Output<unknown> {
  late ??= new Empty("later");
  return late.id.apply(() => value);
}
