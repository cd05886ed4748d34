/** What locks an operator out of a machine, and what does not. */
import { describe, expect, test } from "vitest";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

const KEY = '"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHNn2qNberZltXBXaCqTWZeCrywDu0nSfSYzXEnBXfKp ada"';
const codes = ["locked-out-ssh", "locked-out-login", "locked-out-root", "exchanged-boot", "exchanged-network"];
const reached = (user?: string, more = ""): string =>
  `{\n  hosts.machine = {\n    address = "192.168.1.10";\n${user === undefined ? "" : `    user = "${user}";\n`}${more}  };\n}\n`;

interface Case {
  readonly module: string;
  readonly before?: string;
  readonly fleet?: string | undefined;
}

async function found({ module, before, fleet }: Case): Promise<string[]> {
  const files = filesOf({
    "machine.nix": `{ lib, ... }:\n{\n${module}\n}\n`,
    ...(before === undefined ? {} : { "before:machine.nix": `{ lib, ... }:\n{\n${before}\n}\n` }),
    ...(fleet === undefined ? {} : { "fleet.nix": fleet }),
  });
  const { findings } = await checkFiles(files, { ...everything, only: codes });
  return findings.map((each) => `${each.code} ${each.class}`);
}

const on = "services.openssh.enable = true;";
const rootKey = `users.users.root.openssh.authorizedKeys.keys = [ ${KEY} ];`;
const ada = (more: string): string =>
  `users.users.ada = { isNormalUser = true; extraGroups = [ "wheel" ]; openssh.authorizedKeys.keys = [ ${KEY} ]; ${more} };`;
const noRoot = 'services.openssh.settings.PermitRootLogin = "no";';

describe("a machine as it is", () => {
  test.each<[string, Case]>([
    ["no SSH where nobody says that it is deployed", { module: "" }],
    ["an address that is the machine itself", { module: "", fleet: '{ hosts.machine.address = "localhost"; }\n' }],
    ["what follows from a mistake", { module: `services.openssh.enable = "yes";`, fleet: reached("root") }],
    ["SSH with its own opening", { module: on, fleet: reached() }],
    [
      "a firewall that is off",
      { module: `${on} services.openssh.openFirewall = false; networking.firewall.enable = false;`, fleet: reached() },
    ],
    [
      "a port that is opened by hand",
      {
        module: `${on} services.openssh.openFirewall = false; networking.firewall.allowedTCPPorts = [ 22 ];`,
        fleet: reached(),
      },
    ],
    [
      "a port within a range",
      {
        module: `${on} services.openssh.openFirewall = false; networking.firewall.allowedTCPPortRanges = [ { from = 20; to = 30; } ];`,
        fleet: reached(),
      },
    ],
    [
      "a port that is open on one interface",
      {
        module: `${on} services.openssh.openFirewall = false; networking.firewall.interfaces.wg0.allowedTCPPorts = [ 22 ];`,
        fleet: reached(),
      },
    ],
    [
      "an interface that is trusted",
      {
        module: `${on} services.openssh.openFirewall = false; networking.firewall.trustedInterfaces = [ "tailscale0" ];`,
        fleet: reached(),
      },
    ],
    [
      "rules that are written as text",
      {
        module: `${on} services.openssh.openFirewall = false; networking.firewall.extraCommands = "iptables -A nixos-fw -p tcp --dport 22 -j ACCEPT";`,
        fleet: reached(),
      },
    ],
    [
      "SSH of Tailscale",
      { module: 'services.tailscale = { enable = true; extraUpFlags = [ "--ssh" ]; };', fleet: reached() },
    ],
    [
      "another port that is opened",
      { module: `${on} services.openssh.ports = [ 2222 ];`, fleet: reached(undefined, "    port = 2222;\n") },
    ],
    [
      "another port that settings of clients may name",
      { module: `${on} services.openssh.ports = [ 2222 ]; programs.ssh.extraConfig = "Port 2222";`, fleet: reached() },
    ],
    [
      "a user with a key",
      { module: `${on} ${ada("")} security.sudo.wheelNeedsPassword = false;`, fleet: reached("ada") },
    ],
    ["root without a key that may have one at home", { module: on, fleet: reached("root") }],
    [
      "a user whom a certificate may let in",
      { module: `${on} ${noRoot} services.openssh.extraConfig = "TrustedUserCAKeys /etc/ca";`, fleet: reached("ada") },
    ],
    ["a password that may be set on the machine", { module: `${on} ${noRoot} ${ada("")}`, fleet: reached("ada") }],
    [
      "sudo with a password that is there",
      {
        module: `${on} ${noRoot} users.mutableUsers = false; ${ada('hashedPassword = "$y$j9T$abc";')}`,
        fleet: reached("ada"),
      },
    ],
    [
      "sudo by rules of its own",
      {
        module: `${on} ${noRoot} users.mutableUsers = false; ${ada("")} security.sudo.extraRules = [ { users = [ "ada" ]; commands = [ "ALL" ]; } ];`,
        fleet: reached("ada"),
      },
    ],
    [
      "root with a key, without sudo",
      { module: `${on} ${rootKey} security.sudo.enable = false;`, fleet: reached("root") },
    ],
    [
      "doas instead of sudo",
      {
        module: `${on} ${noRoot} ${ada('hashedPassword = "$y$j9T$abc";')} security.sudo.enable = false; security.doas.enable = true;`,
        fleet: reached("ada"),
      },
    ],
  ])("is left alone with %s", async (_what, each) => {
    expect(await found(each)).toEqual([]);
  });

  test.each<[string, Case, string[]]>([
    [
      "a port that the firewall does not open",
      { module: `${on} services.openssh = { openFirewall = false; ports = [ 2222 ]; };`, fleet: reached() },
      ["locked-out-ssh paper"],
    ],
    [
      "a port that nobody tells whoever deploys",
      { module: `${on} services.openssh.ports = [ 2222 ];`, fleet: reached() },
      ["locked-out-ssh heuristic"],
    ],
    [
      "another port than whoever deploys is told",
      { module: on, fleet: reached(undefined, "    port = 2222;\n") },
      ["locked-out-ssh heuristic"],
    ],
    [
      "a user who is not there",
      { module: `${on} ${rootKey} users.mutableUsers = false;`, fleet: reached("ada") },
      ["locked-out-login paper"],
    ],
    [
      "a user whom AllowUsers leaves out",
      {
        module: `${on} ${rootKey} ${ada("")} services.openssh.settings.AllowUsers = [ "root" ];`,
        fleet: reached("ada"),
      },
      ["locked-out-login paper"],
    ],
    [
      "sudo that asks for a password which nobody has",
      { module: `${on} ${noRoot} users.mutableUsers = false; ${ada("")}`, fleet: reached("ada") },
      ["locked-out-root paper"],
    ],
  ])("is told of with %s", async (_what, each, expected) => {
    expect(await found(each)).toEqual(expected);
  });
});

describe("a change", () => {
  const start = `${on} ${rootKey}`;
  test.each<[string, Case]>([
    ["another key", { before: start, module: start.replace('ada"', 'sol"'), fleet: reached("root") }],
    ["a key more", { before: start, module: `${start} ${ada("")}`, fleet: reached("root") }],
    ["a key less of somebody else", { before: `${start} ${ada("")}`, module: start, fleet: reached("root") }],
    [
      "a port more",
      { before: start, module: `${start} services.openssh.ports = [ 22 2222 ];`, fleet: reached("root") },
    ],
    [
      "a port that whoever deploys knows",
      {
        before: start,
        module: `${start} services.openssh.ports = [ 2222 ];`,
        fleet: reached("root", "    port = 2222;\n"),
      },
    ],
    [
      "a firewall that opens SSH",
      { before: `${start} networking.firewall.enable = false;`, module: start, fleet: reached("root") },
    ],
    [
      "an address more",
      {
        before: `${start} networking.interfaces.eth0.ipv4.addresses = [ { address = "192.168.1.10"; prefixLength = 24; } ];`,
        module: `${start} networking.interfaces.eth0.ipv4.addresses = [ { address = "192.168.1.10"; prefixLength = 24; } { address = "192.168.1.11"; prefixLength = 24; } ];`,
        fleet: reached("root"),
      },
    ],
    [
      "another file system beside the root",
      {
        before: start,
        module: `${start} fileSystems."/data" = { device = "/dev/sdb1"; fsType = "ext4"; };`,
        fleet: reached("root"),
      },
    ],
    ["a host that was never reached over SSH", { before: "", module: "networking.firewall.allowPing = false;" }],
  ])("is left alone with %s", async (_what, each) => {
    expect(await found(each)).toEqual([]);
  });

  test.each<[string, Case, string[]]>([
    ["SSH that goes off", { before: start, module: rootKey, fleet: reached("root") }, ["locked-out-ssh paper"]],
    [
      "SSH that goes off where nobody says that it is used",
      { before: start, module: rootKey },
      ["locked-out-ssh heuristic"],
    ],
    [
      "another port",
      { before: start, module: `${start} services.openssh.ports = [ 2222 ];`, fleet: reached("root") },
      ["locked-out-ssh paper"],
    ],
    [
      "the user who deploys gone",
      { before: `${on} ${ada("")}`, module: `${on} users.mutableUsers = false; ${rootKey}`, fleet: reached("ada") },
      ["locked-out-login paper"],
    ],
    ["the last key of all gone", { before: start, module: on }, ["locked-out-login heuristic"]],
    [
      "another type of root",
      { before: start, module: `${start} fileSystems."/".fsType = lib.mkForce "btrfs";` },
      ["exchanged-boot paper"],
    ],
    [
      "the address gone at which it is deployed",
      {
        before: `${start} networking.interfaces.eth0.ipv4.addresses = [ { address = "192.168.1.10"; prefixLength = 24; } ];`,
        module: `${start} networking.interfaces.eth0.ipv4.addresses = [ { address = "192.168.1.11"; prefixLength = 24; } ];`,
        fleet: reached("root"),
      },
      ["exchanged-network paper"],
    ],
    [
      "networkd instead of scripts",
      { before: start, module: `${start} networking.useNetworkd = true;`, fleet: reached("root") },
      ["exchanged-network paper"],
    ],
  ])("is told of with %s", async (_what, each, expected) => {
    expect(await found(each)).toEqual(expected);
  });
});
