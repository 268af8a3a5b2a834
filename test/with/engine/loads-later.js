const Module = require("node:module");

/**
 * Pulumi's SDK loads npm's own code, the compiler and its automation API into every process, and needs them only to store a
 * function of a program or to start Pulumi: they are loaded when they are needed, and a run takes two thirds of its time. What users have, the packed package
 * and `npm run test:matrix`, is tried without this.
 */
const LATER = /^(?:@npmcli\/arborist|typescript|execa|js-yaml|normalize-package-data|fdir|tmp|@logdna\/tail-file)$/;
const ofSdk = /@pulumi[/\\]pulumi[/\\]/;
const load = Module._load;

Module._load = function (request, parent, isMain) {
  if (!LATER.test(request) || !ofSdk.test(parent?.filename ?? "")) return load.call(this, request, parent, isMain);
  let loaded;
  const now = () => (loaded ??= load.call(this, request, parent, isMain));
  const wanted = (name) => (name === "default" && !now().__esModule ? now() : now()[name]);
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? true : wanted(name)) });
};

// A program in JavaScript needs no compiler; the language host of the Go modules does not pass on that a project says so.
if (process.argv.at(-1)?.endsWith(".js")) process.env.PULUMI_NODEJS_TYPESCRIPT = "false";
