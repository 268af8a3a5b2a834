import { inOneStack, kinds } from "../kinds/kinds";
import { importing } from "./importing";
import { leaving } from "./leaving";
import { adoption, policies } from "./taking-over";
import { lifeThroughHost } from "./through-host";
import { gateways, neighbours, renewal } from "./troubles";

/** In the plugin's form; `conformance.test.ts` has every kind in the dynamic one, on a real engine. */
describe("conformance through the host: a life of every kind of resource", () => lifeThroughHost(kinds));
describe("conformance through the host: import of every kind of resource", () => importing(kinds));
describe("conformance through the host: what every kind leaves behind", () => leaving(kinds));
describe("conformance through the host: what stands between every kind and its service", () => gateways(kinds));
describe("conformance through the host: neighbours of every kind", () => neighbours(kinds));
describe("conformance through the host: what was there before every kind", () => adoption(kinds));
describe("conformance through the host: a token that is refused", () => renewal(inOneStack));
describe("conformance through the host: the policy that every instance has", () => policies(kinds));
