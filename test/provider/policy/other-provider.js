// A provider of whatever types are asked for, as those of other clouds are to a policy: it makes nothing, an id is known
// when the resource is there (its input `idThen`), and then stands among the outputs.
const provider = require("@pulumi/pulumi/provider");

const other = {
  version: "1.0.0",
  schema: "{}",
  check: async (_urn, _olds, news) => ({ inputs: news }),
  diff: async () => ({ changes: false }),
  create: async (urn, inputs) => {
    const id = inputs.idThen ?? urn.split("::").pop();
    return { id, outs: { ...inputs, id } };
  },
  read: async (id, _urn, props) => ({ id, props, inputs: props }),
  delete: async () => {},
};

provider.main(other, process.argv.slice(2));
