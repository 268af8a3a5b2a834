import type { Props } from "./host";

/**
 * The account of a service that cannot stand in one configuration beside the usual ones: a program gives its resources an
 * explicit provider. Of Rackspace, whose keys rule out OpenStack's.
 */
export function ownAccounts(urls: Readonly<Record<string, string>>): { rackspace: Record<string, string> } {
  return {
    rackspace: {
      "rackspace:username": "rax-tester",
      "rackspace:apiKey": "fake-rackspace-api-key-for-tests",
      "rackspace:region": "ORD",
      "rackspace:authUrl": `${urls.identity}/v2.0`,
      "trove:endpoint": `${urls.rackspace}`,
    },
  };
}

/** The configuration in which that account takes the place of what it rules out. */
export function withAccount(config: Props, account: Props): Props {
  const others = Object.entries(config).filter(([key]) => !/^(openstack|rackspace|trove):/.test(key));
  return { ...Object.fromEntries(others), ...account };
}
