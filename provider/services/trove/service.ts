import type { Engine } from "../services";

export { account, numbers } from "./account";

export const engine = (): Engine => require("./engine");
