import { otcService } from "../otc/otc-service";
import { dialect } from "./dialect";
import { addRoutes } from "./routes";
import { instances } from "./seed";
import { settings } from "./settings";

/** Document Database Service: https://docs.otc.t-systems.com/document-database-service/api-ref/ */
export const dds = otcService({ dialect, settings, instances, addRoutes });
