import type { Service } from "../emulator/core/service";
import type { FormName } from "./host/form";
import { ROOT } from "./root";

/** The package that is tested, and the services that it meets. */
export interface Where {
  /** The folder of the package. */
  readonly root: string;
  /** The folder of the program whose stack's configuration lists its resources. */
  readonly program: string;
  /** The form of the provider on an engine; the one that the environment names, or the dynamic one, where nothing is said. */
  readonly form?: FormName;
  /** All of the emulator where nothing is said. */
  readonly services?: readonly Service[];
  /** The account of a service that has its own, in place of those that it rules out. */
  account?(urls: Readonly<Record<string, string>>): Record<string, string>;
}

export const HERE: Where = { root: ROOT, program: `${ROOT}/test/with/programs/declared` };
