import type { Application, Database, Organization, Server } from "./store";

const created_at = "2023-02-18 20:27:47";
const dates = { created_at, updated_at: created_at, deleted_at: null };

export function organizationItem({ id, name, created_at }: Organization) {
  const roles = [{ id: 29, role: "87GWyfqW" }];
  return { id, name, created_at, members: [{ name: "Admin", avatar: "", email: "admin@example.com", roles }] };
}

export function organizationDetail({ id, name, created_at }: Organization) {
  const dates = { created_at, updated_at: created_at, deleted_at: null };
  return { id, user_id: 3, name, description: name, logo: null, main: 0, ...dates, admin: true };
}

export function serverItem({ id, organization_id, name, ip }: Server, isConnected: boolean) {
  return {
    id,
    organization_id,
    provider_name: "lightsail",
    ip,
    name,
    hostname: `ip-${ip.replaceAll(".", "-")}`,
    operating_system: "ubuntu",
    version: "20.04",
    arch: "x86_64",
    cores: 1,
    web_server: "nginx",
    ssh_status: "1",
    php_cli_version: 8,
    database_type: "mysql",
    ssh_port: 22,
    agent_status: isConnected ? "1" : "0",
    agent_version: "7.0",
    timezone: "Etc/UTC",
    ...dates,
    health_status: "Good",
    health_message: "Server health is good",
    tags: [],
  };
}

export function applicationItem({ id, server_id, name, primary_domain }: Application) {
  return {
    id,
    name,
    primary_domain,
    framework: "wordpress",
    active: 1,
    size: 0,
    ssl: "custom",
    created_at,
    updated_at: created_at,
    server_id,
    created_by_humans: "1 hour ago",
  };
}

export function databaseItem({ id, server_id, name }: Database, server: Server, hasPlan: boolean) {
  return {
    server_name: server.name,
    country_code: "DE",
    agent_status: "1",
    database_type: "mysql",
    id,
    server_id,
    name,
    size: 0,
    // not on the vendor's page: what it means; 1 while a plan with a next run names the database is taken.
    automatic_backup: Number(hasPlan),
    ...dates,
    usersCount: 1,
    host: server.ip,
    remoteAccess: false,
    created_by_humans: "1 day ago",
  };
}
