import { otcService } from "../otc/otc-service";
import { dialect } from "./dialect";
import { addRoutes } from "./routes";
import { instances } from "./seed";
import { settings } from "./settings";

/** Relational Database Service: https://docs.otc.t-systems.com/relational-database-service/api-ref/ */
export const rds = otcService({ dialect, settings, instances, addRoutes });
