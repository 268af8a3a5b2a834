import type { Engine } from "../../provider/services/services";

export { account } from "./account";

export const engine = (): Engine => require("./engine");
