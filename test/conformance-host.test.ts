import { kinds } from "./conformance/kinds";
import { lifeThroughHost } from "./conformance/through-host";

describe("conformance through the host: a life of every kind of resource", () => lifeThroughHost(kinds));
