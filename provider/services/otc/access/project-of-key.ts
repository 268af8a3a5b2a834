import * as z from "zod";
import { BackupError } from "../../../core/ground/errors";
import { Client } from "../../../core/http/client";
import { endpoint } from "../../../core/http/endpoint";
import { SharedLogins } from "../../../core/http/shared-logins";
import type { Context } from "../../../core/kind/context";
import { isOverLimit, REQUEST_ID_HEADERS } from "../../openstack/answers";
import type { Configured } from "./configured";
import { explaining } from "./explaining";
import { type Key, signing } from "./sign";

const projects = endpoint(
  "GET /v3/projects",
  z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) }),
);

/** Returns the id of the configured project, asked once for all resources: the user of an access key may have many projects. */
export function projectOfKey(context: Context, configured: Configured, key: Key): Promise<string> {
  const of = [configured.authUrl, key.accessKey, configured.projectName].join(" ");
  const enter = () => projectByName(context, configured, key);
  const projectIds = context.run.of("OTC project ids", () => new SharedLogins<string>((id) => id));
  return projectIds.session(of, { enter, deadline: context.deadline });
}

async function projectByName(context: Context, configured: Configured, key: Key): Promise<string> {
  const name = configured.projectName ?? "";
  const iam = new Client(
    {
      name: "IAM",
      url: configured.authUrl.replace(/\/v3\/?$/, ""),
      ...signing({}, key),
      explain: explaining({ name: "IAM" }, configured, context),
      addressFrom: configured.addressFrom,
      isThrottled: isOverLimit,
      requestIdHeaders: REQUEST_ID_HEADERS,
    },
    context,
  );
  const found = await iam.call(projects, { path: {}, query: { name } });
  const project = found.projects.find((each) => each.name === name);
  if (!project) throw new BackupError(`${configured.named("tenantName")}: the access key sees no project "${name}"`);
  return project.id;
}
