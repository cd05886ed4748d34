import { expect, test } from "vitest";
import { search } from "../../../src/explain/options/rank.ts";

const options = [
  ["services.nginx.enable", "Whether to enable Nginx Web Server."],
  ["services.nginx.virtualHosts", "Declarative vhost config"],
  ["services.nginx.virtualHosts.<name>.enableACME", "Whether to ask for a certificate."],
  ["services.openssh.ports", "Specifies on which ports the SSH daemon listens."],
  ["services.openssh.listenAddresses.*.port", null],
  ["services.openssh.enable", "Whether to enable the OpenSSH secure shell daemon."],
  ["services.sshguard.enable", null],
  ["programs.git.enable", "Whether to enable git, a version control system."],
  ["networking.firewall.allowedTCPPorts", "List of TCP ports on which incoming connections are accepted."],
  ["time.timeZone", "The time zone used when displaying times and dates."],
].map(([name, description]) => ({ name: name!, description: description ?? null }));

test.each<[string, string[]]>([
  ["services.nginx.enable", ["services.nginx.enable"]],
  ["git", ["programs.git.enable"]],
  ["openssh port", ["services.openssh.ports", "services.openssh.listenAddresses.*.port"]],
  ["ser.ngi.en", ["services.nginx.enable", "services.nginx.virtualHosts.<name>.enableACME"]],
  ["tcpports", ["networking.firewall.allowedTCPPorts"]],
  ["tmzn", ["time.timeZone"]],
  ["certificate", ["services.nginx.virtualHosts.<name>.enableACME"]],
  ["ssh enable", ["services.sshguard.enable", "services.openssh.enable"]],
  ["nginx nothing", []],
])("%s", (query, expected) => {
  const found = search(query, options).map(({ name }) => name);
  expect(found.slice(0, expected.length)).toEqual(expected);
  expect(expected.length > 0 || found.length === 0).toBe(true);
});

test("without a word it is all of them, in the order of their names", () => {
  expect(search(" ", options)).toHaveLength(options.length);
  expect(search("", options)[0]!.name).toBe("networking.firewall.allowedTCPPorts");
});
