/** What the rules about services find, and what looks like it and is left alone. */
import { describe, expect, test } from "vitest";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

async function texts(code: string, machine: string): Promise<string[]> {
  const { findings } = await checkFiles(filesOf(machine), { ...everything, only: [code] });
  return findings.map(({ text, class: sureness }) => `${sureness}: ${text}`);
}

describe("port-clash", () => {
  const both = (port: string, names: string): string =>
    `paper: ${names} listen on ${port}, and only one of them can have it`;

  test.each<[string, string, readonly string[]]>([
    [
      "two exporters on one port",
      `{ services.prometheus.exporters = { node.enable = true; nginx = { enable = true; port = 9100; }; }; }`,
      [both("TCP port 9100", "the exporter 'nginx' and the exporter 'node' both")],
    ],
    [
      "a container and a service, whatever the address of the service",
      `{ services.grafana.enable = true; virtualisation.oci-containers.containers.app = { image = "a"; ports = [ "3000:80" ]; }; }`,
      [both("TCP port 3000", "Grafana and the container 'app' both")],
    ],
    [
      "two containers, one of them for UDP",
      `{ virtualisation.oci-containers.containers = { a = { image = "a"; ports = [ "127.0.0.1:53:53/udp" "53:53" ]; }; b = { image = "b"; ports = [ "53:5353/udp" ]; }; }; }`,
      [both("UDP port 53", "the container 'a' and the container 'b' both")],
    ],
    [
      "the stub of systemd-resolved and a name server on all addresses",
      `{ services.resolved.enable = true; services.blocky = { enable = true; settings.upstreams.groups.default = [ "9.9.9.9" ]; }; }`,
      [both("TCP and UDP port 53", "Blocky and systemd-resolved both")],
    ],
    [
      "a port that is written as text, with its address",
      `{ services.miniflux = { enable = true; config.LISTEN_ADDR = "127.0.0.1:8080"; adminCredentialsFile = "/f"; }; services.headscale.enable = true; }`,
      [both("TCP port 8080", "Headscale and Miniflux both")],
    ],
    [
      "an SSH server on the port of another service",
      `{ services.openssh = { enable = true; ports = [ 22 2222 ]; }; services.endlessh.enable = true; }`,
      [both("TCP port 2222", "endlessh and the SSH server both")],
    ],
    [
      "a socket of the fleet's own",
      `{ services.uptime-kuma.enable = true; systemd.sockets.app.listenStreams = [ "3001" ]; }`,
      [both("TCP port 3001", "Uptime Kuma and the socket 'app' both")],
    ],
    [
      "dnsmasq, which has the port on all addresses although it answers to one",
      `{ services.dnsmasq = { enable = true; settings.listen-address = "192.168.1.1"; }; services.unbound.enable = true; }`,
      [both("TCP and UDP port 53", "Unbound and dnsmasq both")],
    ],
    [
      "BIND, by its own text, on an address that another one has",
      `{ services.bind = { enable = true; listenOn = [ "none" ]; listenOnIpv6 = [ "none" ]; extraOptions = "listen-on port 5353 { 127.0.0.1; };"; };
         services.kresd = { enable = true; listenPlain = [ "127.0.0.1:5353" ]; }; }`,
      [both("TCP and UDP port 5353", "BIND and Knot Resolver both")],
    ],
    [
      "perhaps: all of IPv6 and all of IPv4",
      `{ services.harmonia.enable = true; services.nix-serve.enable = true; }`,
      ["heuristic: Harmonia and nix-serve both listen on TCP port 5000, and only one of them can have it"],
    ],
    [
      "a site of Nginx beside another one of its own, and Traefik",
      `{ services.nginx = { enable = true; virtualHosts = { a.listen = [ { addr = "0.0.0.0"; port = 8088; } ]; b = { }; }; };
         services.traefik = { enable = true; staticConfigOptions.entryPoints.web.address = ":8088"; }; }`,
      [both("TCP port 8088", "Nginx and Traefik both")],
    ],
    [
      "two servers of Redis",
      `{ services.redis.servers = { a = { enable = true; port = 6379; }; b = { enable = true; port = 6379; bind = null; }; }; }`,
      [both("TCP port 6379", "Redis 'a' and Redis 'b' both")],
    ],
  ])("finds %s", async (_name, machine, expected) => {
    expect(await texts("port-clash", machine)).toEqual(expected);
  });

  test.each<[string, string]>([
    [
      "different addresses",
      `{ services.nginx = { enable = true; defaultListenAddresses = [ "127.0.0.1" ]; }; services.haproxy = { enable = true; config = "frontend a\\n  bind 192.168.1.2:80\\n"; }; }`,
    ],
    [
      "one that is off",
      `{ services.grafana.enable = true; services.gitea = { enable = false; settings.server.HTTP_PORT = 3000; }; }`,
    ],
    [
      "UDP and TCP",
      `{ virtualisation.oci-containers.containers = { a = { image = "a"; ports = [ "53:53/udp" ]; }; b = { image = "b"; ports = [ "53:53/tcp" ]; }; }; }`,
    ],
    [
      "ports of containers that any port of the host leads to",
      `{ virtualisation.oci-containers.containers = { a = { image = "a"; ports = [ "80" ]; }; b = { image = "b"; ports = [ "80" ]; }; }; }`,
    ],
    [
      "containers that are started by hand",
      `{ services.grafana.enable = true; virtualisation.oci-containers.containers.app = { image = "a"; autoStart = false; ports = [ "3000:80" ]; }; }`,
    ],
    [
      "sites that share a listener",
      `{ services.nginx = { enable = true; virtualHosts = { a = { }; b = { forceSSL = true; }; c.listen = [ { addr = "0.0.0.0"; port = 80; } ]; }; }; }`,
    ],
    [
      "Redis without a port",
      `{ services.redis.servers = { a.enable = true; b.enable = true; c = { enable = true; port = 0; }; }; }`,
    ],
    [
      "a stub that is off",
      `{ services.resolved = { enable = true; extraConfig = "DNSStubListener=no"; }; services.adguardhome = { enable = true; settings = { }; }; }`,
    ],
    [
      "the stub and BIND, which leaves 127.0.0.53 free",
      `{ services.resolved.enable = true; services.bind.enable = true; }`,
    ],
    [
      "dnsmasq that binds to one address",
      `{ services.dnsmasq = { enable = true; settings = { listen-address = "192.168.1.1"; bind-interfaces = true; }; }; services.unbound.enable = true; }`,
    ],
    [
      "dnsmasq without DNS",
      `{ services.dnsmasq = { enable = true; settings.port = 0; }; services.unbound.enable = true; }`,
    ],
    [
      "a service in a network of its own",
      `{ services.grafana.enable = true; services.gitea.enable = true; systemd.services.gitea.serviceConfig.NetworkNamespacePath = "/run/netns/vpn"; }`,
    ],
    [
      "a service that somebody starts by hand",
      `{ services.grafana.enable = true; services.gitea.enable = true; systemd.services.gitea.wantedBy = [ ]; }`,
    ],
    [
      "a UNIX socket",
      `{ services.grafana = { enable = true; settings.server.protocol = "socket"; }; services.gitea = { enable = true; settings.server.PROTOCOL = "http+unix"; }; }`,
    ],
    [
      "a socket of a service itself",
      `{ services.uptime-kuma.enable = true; systemd.sockets.uptime-kuma.listenStreams = [ "3001" ]; }`,
    ],
    [
      "an SSH server that its socket starts",
      `{ services.openssh = { enable = true; startWhenNeeded = true; }; systemd.sockets.sshd.listenStreams = [ "22" ]; }`,
    ],
    [
      "a port that nobody knows",
      String.raw`{ config, ... }: { services.haproxy = { enable = true; config = "frontend a\n  bind " + config.users.users.nginx.home + "\n"; }; services.nginx.enable = true; }`,
    ],
    [
      "Caddy behind HAProxy",
      `{ services.haproxy = { enable = true; config = "frontend a\\n  bind :80\\n  bind :443\\n"; }; services.caddy = { enable = true; globalConfig = "http_port 8080\\nhttps_port 8443"; virtualHosts."example.org" = { }; }; }`,
    ],
    [
      "Caddy that has only sites on ports of their own",
      `{ services.nginx.enable = true; services.caddy = { enable = true; virtualHosts.":8080" = { }; virtualHosts."http://a.org:8081" = { }; }; }`,
    ],
    ["a comment", `{ services.haproxy = { enable = true; config = "# bind :80\\n"; }; services.nginx.enable = true; }`],
    [
      "a database that only listens on a socket of its own",
      `{ services.postgresql.enable = true; virtualisation.oci-containers.containers.db = { image = "a"; ports = [ "5433:5432" ]; }; }`,
    ],
  ])("leaves alone %s", async (_name, machine) => {
    expect(await texts("port-clash", machine)).toEqual([]);
  });

  test("leaves alone the same port on two hosts", async () => {
    const { findings } = await checkFiles(
      filesOf({
        "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  outputs = { nixpkgs, ... }: {
    nixosConfigurations = {
      a = nixpkgs.lib.nixosSystem { modules = [ { nixpkgs.hostPlatform = "x86_64-linux"; system.stateVersion = "24.11"; services.grafana.enable = true; } ]; };
      b = nixpkgs.lib.nixosSystem { modules = [ { nixpkgs.hostPlatform = "x86_64-linux"; system.stateVersion = "24.11"; services.gitea.enable = true; } ]; };
    };
  };
}
`,
      }),
      { ...everything, only: ["port-clash"] },
    );
    expect(findings).toEqual([]);
  });
});
