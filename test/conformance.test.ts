import { kinds } from "./conformance/kinds";
import { leaving } from "./conformance/leaving";
import { life } from "./conformance/life";
import { options } from "./conformance/options";
import { adoption, policies } from "./conformance/taking-over";
import { gateways, neighbours, renewal } from "./conformance/troubles";

describe("conformance: a life of every kind of resource", () => life(kinds));
describe("conformance: what every kind leaves behind", () => leaving(kinds));
describe("conformance: Pulumi's own options on every kind", () => options(kinds));
describe("conformance: what stands between every kind and its service", () => gateways(kinds));
describe("conformance: a token that is refused", () => renewal(kinds));
describe("conformance: neighbours of every kind", () => neighbours(kinds));
describe("conformance: what was there before every kind", () => adoption(kinds));
describe("conformance: the policy that every instance has", () => policies(kinds));
