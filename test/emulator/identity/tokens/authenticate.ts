import { z } from "zod";
import { findToken } from "../access";
import { refusals } from "../refusals";
import type { IdentityWorld } from "../settings";
import type { Domain, Project, User } from "../store";
import type { Grant } from "./tokens";

const domainSchema = z.object({ id: z.string().optional(), name: z.string().optional() });
const userSchema = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  domain: domainSchema.optional(),
});
const credentialSchema = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  secret: z.string(),
  user: userSchema.optional(),
});
const bodySchema = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.string()).min(1),
      password: z.object({ user: userSchema.extend({ password: z.string() }) }).optional(),
      application_credential: credentialSchema.optional(),
      token: z.object({ id: z.string() }).optional(),
    }),
    scope: z
      .union([
        z.literal("unscoped"),
        z.object({
          project: z
            .object({ id: z.string().optional(), name: z.string().optional(), domain: domainSchema.optional() })
            .optional(),
          domain: domainSchema.optional(),
        }),
      ])
      .optional(),
  }),
});
type Auth = z.infer<typeof bodySchema>["auth"];
type NamedDomain = z.infer<typeof domainSchema>;

const isDomain = (domain: Domain, wanted: NamedDomain) =>
  wanted.id === undefined ? domain.name === wanted.name : domain.id === wanted.id;

function findUser(world: IdentityWorld, wanted: z.infer<typeof userSchema>): User | undefined {
  const { id, name, domain } = wanted;
  if (id !== undefined) return world.store.users.find((user) => user.id === id);
  if (name === undefined || !domain) throw refusals.badRequest("Expecting to find domain in user.");
  return world.store.users.find((user) => user.name === name && isDomain(user.domain, domain));
}

function byPassword(world: IdentityWorld, { identity }: Auth): Grant {
  if (!identity.password) throw refusals.badRequest("Expecting to find password in identity.");
  const { user: wanted } = identity.password;
  const user = findUser(world, wanted);
  if (user?.password !== wanted.password) throw refusals.unauthorized(world);
  return { user, methods: ["password"] };
}

function byApplicationCredential(world: IdentityWorld, { identity, scope }: Auth): Grant {
  const given = identity.application_credential;
  if (!given) throw refusals.badRequest("Expecting to find application_credential in identity.");
  if (scope) throw refusals.unauthorized(world, "Application credentials cannot request a scope.");
  const owner = given.id === undefined ? findUser(world, given.user ?? {}) : undefined;
  const found = world.store.credentials.find((credential) =>
    given.id === undefined ? credential.name === given.name && credential.user === owner : credential.id === given.id,
  );
  if (found?.secret !== given.secret) throw refusals.unauthorized(world);
  return { user: found.user, methods: ["application_credential"], project: found.project };
}

function byToken(world: IdentityWorld, { identity }: Auth): Grant {
  if (!identity.token) throw refusals.badRequest("Expecting to find token in identity.");
  const token = findToken(world, identity.token.id);
  if (!token) throw refusals.unauthorized(world);
  return { user: token.user, methods: [...new Set([...token.methods, "token"])] };
}

const methods: Record<string, (world: IdentityWorld, auth: Auth) => Grant> = {
  password: byPassword,
  application_credential: byApplicationCredential,
  token: byToken,
};

function projectOf(world: IdentityWorld, user: User, scope: NonNullable<Auth["scope"]>): Project | undefined {
  if (scope === "unscoped" || !scope.project) return undefined;
  const { id, name, domain } = scope.project;
  // Keystone wants a domain beside the name; Open Telekom Cloud's examples leave it out and mean the user's own.
  const home = domain ?? user.domain;
  const found = user.projects.find((project) =>
    id === undefined ? project.name === name && isDomain(project.domain, home) : project.id === id,
  );
  if (!found) throw refusals.unauthorized(world);
  return found;
}

function domainOf(world: IdentityWorld, user: User, scope: NonNullable<Auth["scope"]>): Domain | undefined {
  if (scope === "unscoped" || !scope.domain) return undefined;
  if (!isDomain(user.domain, scope.domain)) throw refusals.unauthorized(world);
  return user.domain;
}

/** Who asks, for what: the body of `POST /v3/auth/tokens`. */
export function authenticate(world: IdentityWorld, body: unknown): Grant {
  const parsed = bodySchema.safeParse(body);
  // not on the vendor's page: the words; Keystone's own name the place in its schema in another form.
  if (!parsed.success) throw refusals.badRequest(z.prettifyError(parsed.error));
  const { auth } = parsed.data;
  const [method = ""] = auth.identity.methods;
  const authenticateBy = methods[method];
  if (!authenticateBy) throw refusals.unauthorized(world, `Attempted to authenticate with an unsupported method.`);
  const grant = authenticateBy(world, auth);
  if (!auth.scope) return grant;
  const project = projectOf(world, grant.user, auth.scope);
  const domain = domainOf(world, grant.user, auth.scope);
  return { ...grant, ...(project && { project }), ...(domain && { domain }) };
}
