import { rules } from "../../../conformance/rules";
import { cases } from "../../../kinds/kinds";

describe("rules", () => rules(cases));
