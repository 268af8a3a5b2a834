import * as backup from "./index";
import { ofPlugin } from "./program/plugin-form";
import { PLUGIN, providerClass } from "./program/provider";
import { services } from "./services/services";

// The classes of the plugin, as a program imports them from `pulumi-backup-plans/plugin`. Their types are those of `pulumi-backup-plans`.

export const dds = ofPlugin(backup.dds);
export const geminidb = ofPlugin(backup.geminidb);
export const rackspace = ofPlugin(backup.rackspace);
export const rds = ofPlugin(backup.rds);
export const serveravatar = ofPlugin(backup.serveravatar);
export const trove = ofPlugin(backup.trove);

/** A second account in one stack, with the arguments of the dynamic form's. */
export const Provider: typeof backup.Provider = providerClass(services.account, PLUGIN);
