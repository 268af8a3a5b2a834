// Every service of this package. A new one is a line here, and a line in provider/index.ts.

export * as dds from "./dds/service";
export * as geminidb from "./geminidb/service";
export * as rackspace from "./rackspace/service";
export * as rds from "./rds/service";
export * as serveravatar from "./serveravatar/service";
export * as trove from "./trove/service";
