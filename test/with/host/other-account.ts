import type { EmulatorUrls } from "../../emulator";
import type { Props } from "./host";
import { flat } from "./use-host";

/** The emulator's projects, and the account by which the other ones are reached. */
export const PROJECTS = {
  trove: "7f1d2c3b4a5968708f9e0d1c2b3a4958",
  otc: "0549b4a43100d4f32f51c01c2fe4acdb",
  otherTrove: "8e2c1d4f5b6a47938d7c6b5a49382716",
  otherOtc: "0649b4a43100d4f32f51c01c2fe4acdc",
};

/** The logins of another organization and of other projects, in place of the usual ones. */
export function otherAccount(urls: EmulatorUrls): Props {
  const user = { userName: "tester-eu", password: "not-a-real-password-eu", authUrl: `${urls.identity}/v3` };
  return {
    "serveravatar:token": "emulator-token-eu",
    ...flat("openstack", { ...user, tenantName: "demo-eu" }),
    ...flat("opentelekomcloud", { ...user, domainName: "OTC00000000001000000001" }),
  };
}
