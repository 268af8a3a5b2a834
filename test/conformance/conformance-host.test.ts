import { kinds } from "../kinds/kinds";
import { FORMS, type FormName } from "../with/host/form";
import { importing } from "./importing";
import { lifeThroughHost } from "./through-host";

for (const form of Object.keys(FORMS) as FormName[]) {
  describe(`conformance through the host: a life of every kind of resource, ${form}`, () =>
    lifeThroughHost(kinds, form));
}

describe("conformance through the host: import of every kind of resource", () => importing(kinds));
