import type { Engine } from "../services";

export { account } from "./account";

export const engine = (): Engine => require("./engine");
