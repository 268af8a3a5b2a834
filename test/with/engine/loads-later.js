const Module = require("node:module");

/**
 * Pulumi's SDK loads npm's own code and the compiler into every process, and needs them only to store a function of a
 * program: they are loaded when they are needed, and a run takes two thirds of its time. What users have, the packed package
 * and `npm run test:matrix`, is tried without this.
 */
const LATER = /^(?:@npmcli\/arborist|typescript)$/;
const ofSdk = /@pulumi[/\\]pulumi[/\\]/;
const load = Module._load;

Module._load = function (request, parent, isMain) {
  if (!LATER.test(request) || !ofSdk.test(parent?.filename ?? "")) return load.call(this, request, parent, isMain);
  let loaded;
  const now = () => (loaded ??= load.call(this, request, parent, isMain));
  return new Proxy({}, { get: (_, name) => (name === "__esModule" ? true : now()[name]) });
};

// A program in JavaScript needs no compiler; the language host of the Go modules does not pass on that a project says so.
if (process.argv.at(-1)?.endsWith(".js")) process.env.PULUMI_NODEJS_TYPESCRIPT = "false";
