import { kinds } from "../kinds/kinds";
import { lifeThroughHost } from "./through-host";

describe("conformance through the host: a life of every kind of resource", () => lifeThroughHost(kinds));
