import { kinds } from "../kinds/kinds";
import { leaving } from "./leaving";
import { life } from "./life";
import { options } from "./options";
import { adoption, policies } from "./taking-over";
import { gateways, neighbours, renewal } from "./troubles";

describe("conformance: a life of every kind of resource", () => life(kinds));
describe("conformance: what every kind leaves behind", () => leaving(kinds));
describe("conformance: Pulumi's own options on every kind", () => options(kinds));
describe("conformance: what stands between every kind and its service", () => gateways(kinds));
describe("conformance: a token that is refused", () => renewal(kinds));
describe("conformance: neighbours of every kind", () => neighbours(kinds));
describe("conformance: what was there before every kind", () => adoption(kinds));
describe("conformance: the policy that every instance has", () => policies(kinds));
