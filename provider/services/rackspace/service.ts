import type { Engine } from "../services";

export { account } from "../databases/account";

export const engine = (): Engine => require("./engine");
