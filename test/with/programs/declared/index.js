const pulumi = require("@pulumi/pulumi");

/** The least that a dynamic resource can be. */
class Empty extends pulumi.dynamic.Resource {
  constructor(name) {
    super({ create: async () => ({ id: "1", outs: {} }) }, name, {});
  }
}

const config = new pulumi.Config();
// Only one of the two is loaded.
const backup = require(config.get("form") === "plugin" ? "pulumi-backup-plans/plugin" : "pulumi-backup-plans");
const made = new Map();
const providers = new Map();
const components = new Map();

for (const [name, account] of Object.entries(config.getObject("providers") ?? {})) {
  providers.set(name, new backup.Provider(name, account));
}
// Of the environment, so that previews of many programs can be made of one stack at the same time.
const listed = process.env.DECLARED_RESOURCES;
for (const declaration of listed ? JSON.parse(listed) : (config.getObject("resources") ?? [])) declare(declaration);

/** @param {import("../declaration").Declaration} declaration */
function declare({ kind, name, args = {}, options = {} }) {
  const Resource = classOf(kind);
  const { parent, provider, aliases, component, ...others } = options;
  const references = {
    parent: component === undefined ? made.get(parent) : componentOf(component),
    provider: provider === undefined ? undefined : providers.get(provider),
    aliases: aliases?.map((alias) => (typeof alias === "string" ? { name: alias } : alias)),
  };
  made.set(name, new Resource(name, written(args), { ...references, ...others }));
}

function componentOf(name) {
  const known = components.get(name) ?? new pulumi.ComponentResource("declared:index:Group", name);
  components.set(name, known);
  return known;
}

function classOf(kind) {
  if (kind === "empty") return Empty;
  const [service, type] = kind.split(":");
  return backup[service]?.[type] ?? ofAnotherProvider(kind);
}

function ofAnotherProvider(type) {
  return class extends pulumi.CustomResource {
    constructor(name, args, options) {
      super(type, name, args, options);
    }
  };
}

function written(args) {
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, meant(value)]));
}

function meant(value) {
  if (Array.isArray(value)) return value.map(meant);
  const { idOf, secret, secretOf } = typeof value === "object" && value !== null ? value : {};
  if (idOf !== undefined) return made.get(idOf)?.id;
  if (secretOf !== undefined) return config.requireSecret(secretOf);
  return secret === undefined ? value : pulumi.secret(secret);
}
