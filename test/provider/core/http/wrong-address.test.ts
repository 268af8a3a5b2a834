import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { EmulatorUrls } from "../../../emulator";
import { cases } from "../../../kinds/kinds";
import { told } from "../../../with/host/told";
import { useHost } from "../../../with/host/use-host";

describe("an address that is not the service's", () => {
  const at = (path: string) => (urls: EmulatorUrls) => ({ "serveravatar:endpoint": `${urls.serveravatar}${path}` });
  const { valid } = cases.find(({ kind }) => kind === "serveravatar:Backup")!;

  describe("by its path", () => {
    const { host, urls } = useHost({ config: at("/wrong"), form: "dynamic" });

    it("is named with its place, and not the organization", async () => {
      const { message } = (await told(host().create("serveravatar:Backup", valid))) as { message: string };
      const address = `${urls().serveravatar}/wrong`;
      assert.match(message, /HTTP 404/);
      assert.ok(message.endsWith(asked(address, "serveravatar:endpoint in the stack configuration")), message);
      assert.doesNotMatch(message, /no such organization/);
    });
  });

  for (const status of [200, 404]) {
    describe(`by a page with ${status}`, () => {
      let server: Server;
      before(async () => {
        server = createServer((_request, reply) => reply.writeHead(status).end("<html><h1>Welcome</h1></html>"));
        await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      });
      after(() => new Promise((closed) => server.close(closed)));
      const page = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { host } = useHost({ config: () => ({ "serveravatar:endpoint": page() }), form: "dynamic" });

      it("is named with its place", async () => {
        const { message } = (await told(host().create("serveravatar:Backup", valid))) as { message: string };
        assert.match(message, /Welcome/);
        assert.ok(message.includes(asked(page(), "serveravatar:endpoint in the stack configuration")), message);
      });
    });
  }

  describe("by a refusal of IAM's", () => {
    const key = "opentelekomcloud:authUrl";
    const config = ({ identity }: EmulatorUrls) => ({ [key]: `${identity}/v3/auth/tokens` });
    const { host } = useHost({ config, form: "dynamic" });

    it("is named with its place", async () => {
      const { valid: policy } = cases.find(({ kind }) => kind === "dds:BackupPolicy")!;
      const { message } = (await told(host().create("dds:BackupPolicy", policy))) as { message: string };
      assert.match(
        message,
        new RegExp(`HTTP 404.*Is "http.*" \\(from ${key} in the stack .*the address of the service`),
      );
    });
  });

  describe("where the organization is not there", () => {
    const { host, urls } = useHost({ form: "dynamic" });

    it("is a question beside the organization", async () => {
      const call = host().create("serveravatar:Backup", { ...valid, organization: 999 });
      const { message } = (await told(call)) as { message: string };
      assert.match(message, /organization: no such organization, or the token does not belong to it/);
      assert.ok(
        message.includes(asked(urls().serveravatar, "serveravatar:endpoint in the stack configuration")),
        message,
      );
    });
  });
});

function asked(address: string, place: string): string {
  return `Is "${address}" (from ${place}) the address of the service?`;
}
