import { kinds } from "../kinds/kinds";
import { life } from "./life";
import { options } from "./options";

describe("conformance: a life of every kind of resource", () => life(kinds));
describe("conformance: Pulumi's own options on every kind", () => options(kinds));
