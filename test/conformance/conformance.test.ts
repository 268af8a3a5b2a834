import { kinds as all, inOneStack } from "../kinds/kinds";
import { ownAccounts } from "../with/host/own-accounts";
import { HERE, type Where } from "../with/where";
import { leaving } from "./leaving";
import { life } from "./life";
import { options } from "./options";
import { adoption, policies } from "./taking-over";
import { gateways, neighbours, renewal } from "./troubles";

const rackspace: Where = { ...HERE, account: (urls) => ownAccounts(urls).rackspace };

const groups = [
  ["", inOneStack, HERE],
  [" of Rackspace", all.filter(({ service }) => service === "rackspace"), rackspace],
] as const;

for (const [of, kinds, where] of groups) {
  describe(`conformance: a life of every kind of resource${of}`, () => life(kinds, where));
  describe(`conformance: what every kind${of} leaves behind`, () => leaving(kinds, where));
  describe(`conformance: Pulumi's own options on every kind${of}`, () => options(kinds, where));
  describe(`conformance: what stands between every kind${of} and its service`, () => gateways(kinds, where));
  describe(`conformance: neighbours of every kind${of}`, () => neighbours(kinds, where));
  describe(`conformance: what was there before every kind${of}`, () => adoption(kinds, where));
}

describe("conformance: a token that is refused", () => renewal(inOneStack));
describe("conformance: the policy that every instance has", () => policies(inOneStack));
