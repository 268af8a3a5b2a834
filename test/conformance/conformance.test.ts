import { kinds as all, inOneStack, oneOfEachSort } from "../kinds/kinds";
import { ownAccounts } from "../with/host/own-accounts";
import { HERE, type Where } from "../with/where";
import { leaving } from "./leaving";
import { life } from "./life";
import { options } from "./options";
import { adoption, policies } from "./taking-over";
import { gateways, neighbours, renewal } from "./troubles";

const rackspace: Where = { ...HERE, account: (urls) => ownAccounts(urls).rackspace };

describe("conformance: a life of every kind of resource", () => life(inOneStack));
describe("conformance: what every kind leaves behind", () => leaving(inOneStack));
describe("conformance: Pulumi's own options on every kind", () => options(inOneStack));
describe("conformance: what stands between every kind and its service", () => gateways(inOneStack));
describe("conformance: neighbours of every kind", () => neighbours(inOneStack));
describe("conformance: what was there before every kind", () => adoption(inOneStack));
describe("conformance: a token that is refused", () => renewal(inOneStack));
describe("conformance: the policy that every instance has", () => policies(inOneStack));

describe("conformance: a life of one kind of each sort, plugin", () =>
  life(oneOfEachSort(inOneStack), { ...HERE, form: "plugin" }));

/** Its account stands apart, and so does its stack; test/provider/services/rackspace and test/engine/schedules have the rest. */
const itsOwn = all.filter(({ service }) => service === "rackspace");
describe("conformance: a life of every kind of resource of Rackspace", () => life(itsOwn, rackspace));
describe("conformance: what every kind of Rackspace leaves behind", () => leaving(itsOwn, rackspace));
describe("conformance: Pulumi's own options on every kind of Rackspace", () => options(itsOwn, rackspace));
