import type { IdentityWorld } from "./settings";
import type { AccessKey, ApplicationCredential, Domain, Project, Store, Token, User } from "./store";

const domains = {
  otc: { id: "3d1f0c7b5a2e4986b7c0d9e8f1a23456", name: "OTC00000000001000000000" },
  otcEu: { id: "9a8b7c6d5e4f43210fedcba987654321", name: "OTC00000000001000000001" },
  default: { id: "default", name: "Default" },
  rackspace: { id: "rackspace", name: "rackspace" },
} satisfies Record<string, Domain>;

/** Every project that a service of the emulator may have rows for. */
export const projects = {
  euDe: { id: "0549b4a43100d4f32f51c01c2fe4acdb", name: "eu-de", domain: domains.otc },
  euDeGemini: { id: "054e292c9880d4992f02c0196d3ea468", name: "eu-de_gemini", domain: domains.otc },
  demo: { id: "7f1d2c3b4a5968708f9e0d1c2b3a4958", name: "demo", domain: domains.default },
  otherEuDe: { id: "0649b4a43100d4f32f51c01c2fe4acdc", name: "eu-de", domain: domains.otcEu },
  demoEu: { id: "8e2c1d4f5b6a47938d7c6b5a49382716", name: "demo-eu", domain: domains.default },
  rackspace: { id: "1234", name: "1234", domain: domains.rackspace },
  rackspaceEu: { id: "5678", name: "5678", domain: domains.rackspace },
} satisfies Record<string, Project>;

const password = "not-a-real-password";
const passwordEu = "not-a-real-password-eu";
const own = [projects.euDe, projects.euDeGemini, projects.demo];
const ownEu = [projects.otherEuDe, projects.demoEu];

const users = {
  tester: { id: "5d2f1e0c9b8a47768594a3b2c1d0e9f8", name: "tester", domain: domains.otc, password, projects: own },
  testerDefault: {
    id: "6e3a2f1d0c9b48879605b4c3d2e1f0a9",
    name: "tester",
    domain: domains.default,
    password,
    projects: own,
  },
  testerEu: {
    id: "7f4b3a2e1d0c49989716c5d4e3f2a1b0",
    name: "tester-eu",
    domain: domains.otcEu,
    password: passwordEu,
    projects: ownEu,
  },
  testerEuDefault: {
    id: "805c4b3f2e1d4aa9a827d6e5f4a3b2c1",
    name: "tester-eu",
    domain: domains.default,
    password: passwordEu,
    projects: ownEu,
  },
  rax: {
    id: "10001",
    name: "rax-tester",
    domain: domains.rackspace,
    password,
    apiKey: "fake-rackspace-api-key-for-tests",
    projects: [projects.rackspace],
  },
  raxEu: {
    id: "10002",
    name: "rax-tester-eu",
    domain: domains.rackspace,
    password: passwordEu,
    apiKey: "fake-rackspace-api-key-for-tests-eu",
    projects: [projects.rackspaceEu],
  },
} satisfies Record<string, User>;

const credentials: ApplicationCredential[] = [
  {
    id: "fa4e0000000000000000000000000001",
    name: "backup-plans",
    secret: "fake-application-credential-secret",
    user: users.testerDefault,
    project: projects.demo,
  },
];

const accessKeys: AccessKey[] = [
  {
    access: "FAKEAK00000000000000",
    secret: "fake-sk-for-tests-only-000000000000000000",
    user: users.tester,
  },
  {
    access: "FAKEAKEU000000000000",
    secret: "fake-sk-for-tests-only-eu0000000000000000",
    user: users.testerEu,
  },
  {
    access: "FAKETEMPAK0000000000",
    secret: "fake-temporary-sk-for-tests-only-00000000",
    user: users.tester,
    securityToken: "fake-security-token-for-tests-only",
  },
];

function readyToken(id: string, user: User, project: Project, opensAll: boolean): Token {
  const issuedAt = Date.UTC(2026, 0, 1);
  return { id, user, methods: ["password"], project, expiresAt: Infinity, issuedAt, generation: 0, opensAll };
}

export function seed(world: IdentityWorld): Store {
  const tokens = [
    readyToken("emulator-token", users.tester, projects.euDe, true),
    readyToken("emulator-token-eu", users.testerEu, projects.otherEuDe, false),
  ];
  return {
    domains: Object.values(domains),
    projects: Object.values(projects),
    users: Object.values(users),
    credentials,
    accessKeys: new Map(accessKeys.map((key) => [key.access, key])),
    tokens: new Map(tokens.map((token) => [token.id, token])),
    generation: () => world.settings.tokenGeneration,
  };
}
