import { insistOnAll } from "../../core/configuration/forms";
import { BackupError } from "../../core/ground/errors";
import type { Context } from "../../core/kind/context";
import { accessTo, type Way } from "../databases/access";
import { leastOfRackspace, troveKeys } from "../databases/configuration";
import { type OpenStack, openStack } from "../databases/openstack";
import { Rackspace } from "../databases/rackspace";
import { inCatalog, Keystone } from "../openstack/keystone";
import { configuration } from "./configuration";

const NAME = "Trove";

export const { connect, accountOf } = accessTo({ name: NAME, configuration, wayIn, hint });

function wayIn(context: Context): Way {
  const { settings } = context;
  const rackspace = Rackspace.of(context);
  const cloud = openStack(settings);
  if (rackspace && (cloud.login || cloud.token)) {
    throw new BackupError(
      `${settings.named("rackspace:…")} and ${settings.named("openstack:…")} are both configured, and trove.Backup can go to one ` +
        "of them: remove one, or use an explicit provider for each",
    );
  }
  return rackspace ?? openStackWay(context, cloud);
}

function openStackWay(context: Context, cloud: OpenStack): Way {
  const { settings, redactor } = context;
  redactor.add(cloud.token);
  const { login, keys, made, tls } = cloud;
  if (!login) return readyToken(context, cloud);
  redactor.add(made.keys.get(made.secret[0]));
  const keystone = new Keystone(login, context);
  return {
    what: "project",
    region: cloud.region,
    made,
    url: async () => {
      const session = await keystone.session();
      const url = inCatalog(session, ["database"], cloud.region, cloud.face);
      if (url) return url;
      const where = cloud.region ? ` in region ${cloud.region}` : "";
      throw new BackupError(
        `the catalog has no database service (interface ${cloud.face}${where}); ${troveKeys(settings).missing("endpoint")}`,
      );
    },
    project: async () => {
      const project = cloud.projectId ?? (await keystone.session()).projectId;
      if (project !== undefined) return project;
      throw new BackupError(`the login has no project: ${keys.missing("tenantName", keys.named("tenantId"))}`);
    },
    token: async () => (await keystone.session()).token,
    renew: (refused) => keystone.renew(refused),
    tls,
  };
}

/** Returns the way in by a configured token. It needs no Keystone where the address of Trove is written. */
function readyToken({ settings }: Context, cloud: OpenStack): Way {
  const { token, keys, made, tls, projectId } = cloud;
  const address = troveKeys(settings).get("endpoint");
  if (token === undefined || address === undefined) {
    insistOnAll(`${NAME} (for Rackspace: ${leastOfRackspace(settings)} instead)`, cloud.missing);
  }
  const project = async () => {
    if (projectId !== undefined) return projectId;
    throw new BackupError(keys.missing("tenantId"));
  };
  const ready = { token: async () => `${token}`, renew: async () => undefined };
  return { what: "project", region: cloud.region, made, url: project, project, ...ready, tls };
}

function hint(status: number, words: string, address: string): string | undefined {
  if (status === 404 && /swift/i.test(words)) return "The project has no object storage, where backups would be kept";
  if (status === 404 && /could not be found/.test(words)) return `${address}: no such route at this address`;
  if (status === 404) return "instance, parentId or backup: no such id in this project";
  if (status === 413) return "The project's quota of backups is used up: delete old ones, or have it raised";
  if (status === 401) return "The object storage does not accept the user";
  if (status === 403) return "The user may not do this in this project, or the address names another project";
  return undefined;
}
