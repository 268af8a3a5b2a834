export { account } from "../databases/account";
