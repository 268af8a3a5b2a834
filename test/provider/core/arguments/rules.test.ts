import { rules } from "../../../conformance/rules";
import { cases, oneOfEachSort } from "../../../kinds/kinds";

describe("rules", () => rules(cases));
describe("rules, by the plugin", () => rules(oneOfEachSort(cases), undefined, "plugin"));
