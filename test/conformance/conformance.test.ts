import { kinds, oneOfEachSort } from "../kinds/kinds";
import { HERE } from "../with/where";
import { life } from "./life";
import { options } from "./options";

describe("conformance: a life of every kind of resource", () => life(kinds));
describe("conformance: a life of one kind of each sort, plugin", () =>
  life(oneOfEachSort(kinds), { ...HERE, form: "plugin" }));
describe("conformance: Pulumi's own options on every kind", () => options(kinds));
