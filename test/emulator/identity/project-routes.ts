import type { FastifyInstance, FastifyRequest } from "fastify";
import { refusals } from "./refusals";
import type { IdentityWorld } from "./settings";
import { signedCaller } from "./signed-caller";
import type { Domain, Project, User } from "./store";
import { callersToken } from "./tokens/token-routes";

function userOf(world: IdentityWorld, request: FastifyRequest): User {
  const caller = signedCaller(world, request) ?? callersToken(world, request);
  return caller.user;
}

function projectRow({ urls }: IdentityWorld, { id, name, domain }: Project) {
  return {
    id,
    name,
    domain_id: domain.id,
    parent_id: domain.id,
    description: "",
    enabled: true,
    is_domain: false,
    links: { self: `${urls.identity}/v3/projects/${id}` },
  };
}

function domainRow({ urls }: IdentityWorld, { id, name }: Domain) {
  return { id, name, description: "", enabled: true, links: { self: `${urls.identity}/v3/domains/${id}` } };
}

function links({ urls }: IdentityWorld, request: FastifyRequest) {
  return { self: urls.identity + request.url, previous: null, next: null };
}

function listProjects(world: IdentityWorld, request: FastifyRequest) {
  const { name, domain_id } = request.query as { name?: string; domain_id?: string };
  const projects = userOf(world, request).projects.filter(
    (project) =>
      (name === undefined || project.name === name) && (domain_id === undefined || project.domain.id === domain_id),
  );
  return { projects: projects.map((project) => projectRow(world, project)), links: links(world, request) };
}

/** Adds the routes by which callers look themselves up. The vendors' clients find their project id here. */
export function addProjectRoutes(app: FastifyInstance, world: IdentityWorld): void {
  app.get("/v3/projects", (request) => listProjects(world, request));
  app.get("/v3/auth/projects", (request) => listProjects(world, request));
  app.get("/v3/projects/:id", (request) => {
    const { id } = request.params as { id: string };
    const project = userOf(world, request).projects.find((one) => one.id === id);
    if (!project) throw refusals.notFound(`Could not find project: ${id}.`);
    return { project: projectRow(world, project) };
  });
  app.get("/v3/auth/domains", (request) => ({
    domains: [domainRow(world, userOf(world, request).domain)],
    links: links(world, request),
  }));
}
