import type { FastifyRequest } from "fastify";
import { Refusal } from "../core/refusal";
import { type Access, isValidToken, mayUse } from "../identity/access";
import { gatewayError } from "../identity/gateway";
import { signedCaller } from "../identity/signed-caller";
import { refusal } from "./errors";
import type { OtcWorld } from "./settings";
import type { Instance } from "./store";

type Params = Partial<Record<"project" | "instance" | "backup", string>>;

const paramsOf = (request: FastifyRequest) => (request.params ?? {}) as Params;

export const projectOf = (request: FastifyRequest) => paramsOf(request).project!;

function tokenCaller(world: OtcWorld, request: FastifyRequest): Access {
  const access = isValidToken(world, request.headers["x-auth-token"]);
  if (access) return access;
  if (world.settings.unauthorizedBy === "service") {
    throw refusal("DBS.280056", world.store.dialect.invalidTokenStatus);
  }
  const message = "Incorrect IAM authentication information: decrypt token fail";
  throw new Refusal(401, gatewayError(request, "APIGW.0301", message));
}

/** Refuses a request of somebody unknown, or into a project of somebody else. */
export function requireCaller(world: OtcWorld, request: FastifyRequest): void {
  const { project } = paramsOf(request);
  if (project === undefined) return;
  const access = signedCaller(world, request) ?? tokenCaller(world, request);
  const named = request.headers["x-project-id"] ?? project;
  if (!mayUse(access, project) || named !== project) throw refusal(world.store.dialect.foreignCode);
}

export function findInstance(world: OtcWorld, request: FastifyRequest, id: string): Instance {
  const project = projectOf(request);
  const instance = world.store.instances.find((one) => one.id === id && one.projectId === project);
  if (!instance) throw refusal("DBS.200002");
  return instance;
}

/** The instance in the path. */
export const instanceOf = (world: OtcWorld, request: FastifyRequest): Instance =>
  findInstance(world, request, paramsOf(request).instance!);
