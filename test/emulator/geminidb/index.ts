import { otcService } from "../otc/otc-service";
import { dialect } from "./dialect";
import { addRoutes } from "./routes";
import { instances } from "./seed";
import { settings } from "./settings";

/** GeminiDB Cassandra: https://docs.otc.t-systems.com/geminidb/api-ref/ */
export const geminidb = otcService({ dialect, settings, instances, addRoutes });
