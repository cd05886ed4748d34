/** What the rules about services find, and what looks like it and is left alone: several things in each machine. */
import { describe, expect, test } from "vitest";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

/** What is found in a machine whose module has all of these attributes. */
async function textsOf(code: string, ...parts: readonly string[]): Promise<string[]> {
  const machine = `{ config, lib, ... }:\n{\n  imports = [\n${parts.map((part) => `{ ${part} }\n`).join("")}  ];\n}\n`;
  const { findings } = await checkFiles(filesOf(machine), { ...everything, only: [code] });
  return findings.map(({ text, class: sureness }) => `${sureness}: ${text}`);
}

/** Several machines, each of one module. */
async function textsOfFleet(code: string, machines: Readonly<Record<string, string>>): Promise<string[]> {
  const list = Object.entries(machines).map(
    ([name, module]) =>
      `${name} = nixpkgs.lib.nixosSystem { modules = [ ./base.nix { networking.hostName = "${name}"; } ({ lib, ... }: { ${module} }) ]; };`,
  );
  const flake = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  outputs = { nixpkgs, ... }: { nixosConfigurations = {
${list.join("\n")}
  }; };
}
`;
  const base = filesOf("")["base.nix"]!.replace('networking.hostName = "machine";\n', "");
  const lock = filesOf("")["flake.lock"]!;
  const { findings } = await checkFiles(
    { "flake.nix": flake, "flake.lock": lock, "base.nix": base },
    { ...everything, only: [code] },
  );
  return findings.map(({ text, class: sureness, hosts }) => `${sureness}: ${text} (${hosts!.join(", ")})`);
}

const address = (of: string): string =>
  `networking.interfaces.eth0.ipv4.addresses = [ { address = "${of}"; prefixLength = 24; } ];`;

describe("port-clash", () => {
  const clash = (names: string, port: string, sureness = "paper"): string =>
    `${sureness}: ${names} listen on ${port}, and only one of them can have it`;

  test("finds services of which something else is wrong, and none where it may be the port", async () => {
    const found = await textsOfFleet("port-clash", {
      a: "services.cockpit.enable = true; services.prometheus = { enable = true; ruleFiles = 5; };",
      b: `services.cockpit.enable = true; services.prometheus = { enable = true; port = "9091"; };`,
      c: "services.cockpit.enable = true; services.prometheus = { enable = true; prot = 9091; };",
    });
    expect(found).toEqual([`${clash("Cockpit and Prometheus both", "TCP port 9090")} (a)`]);
  });

  test("finds services of all kinds on one port", async () => {
    const found = await textsOf(
      "port-clash",
      "services.prometheus.exporters = { node.enable = true; nginx = { enable = true; port = 9100; }; };",
      `services.grafana.enable = true; virtualisation.oci-containers.containers.app = { image = "a"; ports = [ "3000:80" ]; };`,
      `services.miniflux = { enable = true; config.LISTEN_ADDR = "127.0.0.1:8080"; adminCredentialsFile = "/f"; }; services.headscale.enable = true;`,
      "services.openssh = { enable = true; ports = [ 22 2222 ]; }; services.endlessh.enable = true;",
      `services.uptime-kuma.enable = true; systemd.sockets.app.listenStreams = [ "3001" ];`,
      // one has all of IPv6, the other all of IPv4
      "services.harmonia.enable = true; services.nix-serve.enable = true;",
      "services.redis.servers = { a = { enable = true; port = 6379; }; b = { enable = true; port = 6379; bind = null; }; };",
      `services.nginx = { enable = true; virtualHosts = { a.listen = [ { addr = "0.0.0.0"; port = 8088; } ]; b = { }; }; };
       services.traefik = { enable = true; staticConfigOptions.entryPoints.web.address = ":8088"; };`,
    );
    expect(found.toSorted()).toEqual(
      [
        clash("Grafana and the container 'app' both", "TCP port 3000"),
        clash("Harmonia and nix-serve both", "TCP port 5000", "heuristic"),
        clash("Headscale and Miniflux both", "TCP port 8080"),
        clash("Nginx and Traefik both", "TCP port 8088"),
        clash("Redis 'a' and Redis 'b' both", "TCP port 6379"),
        clash("Uptime Kuma and the socket 'app' both", "TCP port 3001"),
        clash("endlessh and the SSH server both", "TCP port 2222"),
        clash("the exporter 'nginx' and the exporter 'node' both", "TCP port 9100"),
      ].toSorted(),
    );
  });

  test("finds name servers that are in the way of each other", async () => {
    const found = await textsOfFleet("port-clash", {
      stub: `services.resolved.enable = true; services.blocky = { enable = true; settings.upstreams.groups.default = [ "9.9.9.9" ]; };`,
      // it has the port on all addresses, although it answers to one
      wide: `services.dnsmasq = { enable = true; settings.listen-address = "192.168.1.1"; }; services.unbound.enable = true;`,
      containers: `virtualisation.oci-containers.containers = {
        a = { image = "a"; ports = [ "127.0.0.1:53:53/udp" "53:53" ]; };
        b = { image = "b"; ports = [ "53:5353/udp" ]; };
      };`,
    });
    expect(found.toSorted()).toEqual(
      [
        `${clash("Blocky and systemd-resolved both", "TCP and UDP port 53")} (stub)`,
        `${clash("Unbound and dnsmasq both", "TCP and UDP port 53")} (wide)`,
        `${clash("the container 'a' and the container 'b' both", "UDP port 53")} (containers)`,
      ].toSorted(),
    );
  });

  test("leaves alone what does not meet", async () => {
    const found = await textsOf(
      "port-clash",
      // different addresses
      `services.nginx = { enable = true; defaultListenAddresses = [ "127.0.0.1" ]; virtualHosts = { a = { }; b.forceSSL = true; c.listen = [ { addr = "127.0.0.1"; port = 80; } ]; }; };
       services.haproxy = { enable = true; config = "frontend a\\n  bind 192.168.1.2:80\\n  # bind :443\\n"; };`,
      // off; in a network of its own; without a port; a UNIX socket
      "services.grafana.enable = true; services.gitea = { enable = false; settings.server.HTTP_PORT = 3000; };",
      `services.forgejo.enable = true; systemd.services.forgejo.serviceConfig.NetworkNamespacePath = "/run/netns/vpn";`,
      "services.redis.servers = { a.enable = true; b.enable = true; c = { enable = true; port = 0; }; };",
      `services.loki = { enable = true; configuration.server.http_listen_port = 0; };`,
      // another protocol, any port, started by hand, another port of the host
      `virtualisation.oci-containers.containers = {
         a = { image = "a"; ports = [ "1053:53/udp" "80" ]; };
         b = { image = "b"; ports = [ "1053:53/tcp" "80" ]; };
         c = { image = "c"; autoStart = false; ports = [ "3000:80" ]; };
         d = { image = "d"; ports = [ "5433:5432" ]; };
       }; services.postgresql.enable = true;`,
      // one service and its own socket
      `services.uptime-kuma.enable = true; systemd.sockets.uptime-kuma.listenStreams = [ "3001" ];`,
      `services.openssh = { enable = true; startWhenNeeded = true; }; systemd.sockets.sshd.listenStreams = [ "22" ];`,
      // Caddy with sites on ports of their own, and a port that nobody knows
      `services.caddy = { enable = true; virtualHosts.":8080" = { }; virtualHosts."http://a.org:8081" = { }; };`,
      `services.traefik = { enable = true; staticConfigOptions.entryPoints.web.address = ":" + config.users.users.nginx.home; };`,
    );
    expect(found).toEqual([]);
  });

  test("leaves alone name servers that make room, and the same port on two machines", async () => {
    const found = await textsOfFleet("port-clash", {
      off: `services.resolved = { enable = true; extraConfig = "DNSStubListener=no"; }; services.adguardhome = { enable = true; settings = { }; };`,
      // it listens on the addresses of interfaces, of which 127.0.0.53 is none
      bind: "services.resolved.enable = true; services.bind.enable = true;",
      bound: `services.dnsmasq = { enable = true; settings = { listen-address = "192.168.1.1"; bind-interfaces = true; }; }; services.unbound.enable = true;`,
      dhcp: "services.dnsmasq = { enable = true; settings.port = 0; }; services.unbound.enable = true;",
    });
    expect(found).toEqual([]);
  });
});

test("what is told only where a condition does not hold is no mistake, and hides nothing", async () => {
  const settings = "settings = { frontend = lib.mkIf false { port = 8099; }; };";
  const found = await textsOf("needed-service", `services.zigbee2mqtt = { enable = true; ${settings} };`);
  expect(found).toHaveLength(1);
});

test("neither a clash nor a service that is off follows from a mistake", async () => {
  const clash = {
    a: `services.grafana.enable = true; services.gitea = { enable = true; settings.server.HTTP_PORT = [ ]; };`,
  };
  expect(await textsOfFleet("port-clash", clash)).toEqual([]);
  const proxy = {
    a: `services.grafana.enable = "yes"; services.nginx = { enable = true; virtualHosts.a.locations."/".proxyPass = "http://127.0.0.1:\${toString config.services.grafana.settings.server.http_port}"; };`,
  };
  expect(await textsOfFleet("proxy-backend", proxy)).toEqual([]);
});

describe("proxy-backend", () => {
  test("finds what is off, elsewhere, or out of reach", async () => {
    const found = await textsOfFleet("proxy-backend", {
      front: `services.nginx = { enable = true; virtualHosts.a.locations."/".proxyPass = "http://back:3000"; upstreams.b.servers."192.168.1.7:8096" = { }; };
        services.haproxy = { enable = true; config = "backend jellyfin\\n  server a 127.0.0.1:8096 check\\n"; };
        services.traefik = { enable = true; dynamicConfigOptions.http.services.gitea.loadBalancer.servers = [ { url = "http://localhost:3000"; } ]; };
        services.gitea = { enable = true; settings.server.HTTP_PORT = 3003; };`,
      back: `${address("192.168.1.7")} services.grafana.enable = true; services.jellyfin.enable = true;`,
    });
    expect(found.toSorted()).toEqual([
      "heuristic: HAProxy passes requests on to Jellyfin at 127.0.0.1:8096, and Jellyfin is off (front)",
      "heuristic: Nginx passes requests on to 192.168.1.7:8096, but the firewall of back does not let anybody in on TCP port 8096 (front)",
      "heuristic: Nginx passes requests on to http://back:3000, but on back Grafana listens on 127.0.0.1, which only back itself can reach (front)",
      "heuristic: Traefik passes requests on to http://localhost:3000, but Gitea listens on port 3003 (front)",
    ]);
  });

  test("leaves alone what answers, or may", async () => {
    const found = await textsOf(
      "proxy-backend",
      // it is there, on all addresses or on this one; the name of an upstream; computed while answering; a socket
      `services.nginx = { enable = true; upstreams.pool.servers."127.0.0.1:3000" = { }; virtualHosts."a.org".locations = {
         "/".proxyPass = "http://pool"; "/x".proxyPass = "http://$backend:1"; "/y".proxyPass = "http://unix:/run/a.sock"; "/z".proxyPass = "http://[::1]:8123/"; }; };`,
      "services.grafana.enable = true; services.home-assistant = { enable = true; config = { }; };",
      // a container that is called so, a unit of the fleet's own, a program that nobody knows, another machine
      `services.caddy = { enable = true; virtualHosts = {
         "jellyfin.a.org".extraConfig = "reverse_proxy 127.0.0.1:8096";
         "plex.a.org".extraConfig = "reverse_proxy localhost:32400";
         "app.a.org".extraConfig = "reverse_proxy :5055";
         "loki.a.org".extraConfig = "reverse_proxy 10.0.0.9:3100 other.example.org:3100";
       }; };`,
      `virtualisation.oci-containers.containers.jellyfin-main = { image = "a"; ports = [ ]; }; systemd.services.plex-mine.script = "plex";`,
      // disabled, and a port of its own for the same name
      `services.haproxy = { enable = true; config = "backend navidrome\\n  server a 127.0.0.1:4533 disabled\\n  server b 127.0.0.1:9999\\n"; };`,
    );
    expect(found).toEqual([]);
  });
});

describe("dns-loop", () => {
  test("finds name servers that ask themselves, each in its own way", async () => {
    const found = await textsOfFleet("dns-loop", {
      a: `services.adguardhome = { enable = true; settings.dns = { port = 5353; upstream_dns = [ "127.0.0.1:5353" "[/a.org/]localhost:5353" ]; }; };
        services.blocky = { enable = true; settings = { ports.dns = "127.0.0.1:5354"; upstreams.groups.default = [ "tcp+udp:127.0.0.1:5354" ]; bootstrapDns = [ { upstream = "127.0.0.1:5354"; } ]; }; };
        services.coredns = { enable = true; config = ".:5355 {\\n  forward . 127.0.0.1:5355\\n}"; };
        services.dnsdist = { enable = true; listenPort = 5356; extraConfig = "newServer({address='127.0.0.1:5356'})"; };
        services.dnsmasq = { enable = true; settings = { port = 5357; server = [ "127.0.0.1#5357" ]; }; };`,
      // its own address on the network
      b: `${address("192.168.1.7")} services.unbound = { enable = true; settings = { server.interface = [ "0.0.0.0" ]; forward-zone = [ { name = "."; forward-addr = "192.168.1.7"; } ]; }; };`,
    });
    expect(found.toSorted()).toEqual([
      "heuristic: dnsmasq asks 127.0.0.1#5357, which is itself (a)",
      "paper: AdGuard Home asks 127.0.0.1:5353, which is itself (a)",
      "paper: AdGuard Home asks for some domains [/a.org/]localhost:5353, which is itself (a)",
      "paper: Blocky asks tcp+udp:127.0.0.1:5354, which is itself (a)",
      "paper: Blocky finds the servers that it asks with 127.0.0.1:5354, which is itself (a)",
      "paper: CoreDNS asks 127.0.0.1:5355, which is itself (a)",
      "paper: Unbound asks 192.168.1.7, which is itself (b)",
      "paper: dnsdist asks 127.0.0.1:5356, which is itself (a)",
    ]);
  });

  test("leaves alone chains that end, domains of one another, and servers by HTTPS", async () => {
    const found = await textsOfFleet("dns-loop", {
      a: `${address("192.168.1.7")}
        services.adguardhome = { enable = true; settings.dns = { upstream_dns = [ "127.0.0.1:5354" "https://127.0.0.1/dns-query" "[/b.org/]192.168.1.8" ]; bootstrap_dns = [ "9.9.9.9" ]; }; };
        services.blocky = { enable = true; settings = { ports.dns = 5354; upstreams.groups.default = [ "tcp-tls:127.0.0.1:5354" "1.1.1.1" ]; }; };`,
      b: `${address("192.168.1.8")} services.dnsmasq = { enable = true; settings.server = [ "/a.org/192.168.1.7" "9.9.9.9" ]; };`,
      // it listens on another address than the one that is asked, and is no more than asked for
      c: `networking.nameservers = [ "127.0.0.1" ]; services.bind = { enable = true; forwarders = [ "127.0.0.1" ]; listenOn = [ "192.168.1.9" ]; listenOnIpv6 = [ ]; };`,
    });
    expect(found).toEqual([]);
  });
});

describe("firewalls", () => {
  test("leave alone what is reached in another way", async () => {
    const jellyfin = "services.jellyfin.enable = true;";
    const found = await textsOfFleet("firewall-closed", {
      a: `${jellyfin} networking.firewall.interfaces.wg0.allowedTCPPorts = [ 8096 ];`,
      b: `${jellyfin} networking.firewall.trustedInterfaces = [ "wg0" ];`,
      c: `${jellyfin} services.tailscale.enable = true;`,
      d: `${jellyfin} networking.firewall.allowedTCPPortRanges = [ { from = 8000; to = 9000; } ];`,
    });
    expect(found).toEqual([]);
  });

  test("leave alone what nobody else is meant to reach", async () => {
    const jellyfin = "services.jellyfin.enable = true;";
    const found = await textsOfFleet("firewall-closed", {
      e: `${jellyfin} networking.firewall.enable = false;`,
      f: `${jellyfin} networking.firewall.extraCommands = "iptables -A INPUT -s 10.0.0.0/8 -j ACCEPT";`,
      // behind a proxy that is open; on this machine only; a name server of its own; a site for the machine
      g: `${jellyfin} services.nginx = { enable = true; virtualHosts.a.locations."/".proxyPass = "http://127.0.0.1:8096"; }; networking.firewall.allowedTCPPorts = [ 443 80 ];
        services.home-assistant = { enable = true; config.http.server_host = "127.0.0.1"; };
        services.blocky = { enable = true; settings.upstreams.groups.default = [ "9.9.9.9" ]; }; networking.nameservers = [ "127.0.0.1" ];
        services.caddy = { enable = true; virtualHosts."http://localhost:8080" = { }; };
        services.openssh = { enable = true; openFirewall = false; };`,
      h: "services.samba = { enable = true; openFirewall = true; };",
    });
    expect(found).toEqual([]);
  });

  test("nothing follows from what is mistaken, of which other rules tell", async () => {
    const jellyfin = "services.jellyfin.enable = true;";
    const found = await textsOfFleet("firewall-closed", {
      a: `${jellyfin} networking.firewall.allowedTCPPorts = [ "8096" 443 ];`,
      b: `${jellyfin} networking.firewall.alowedTCPPorts = [ 8096 ];`,
      c: `services.jellyfin = { enable = true; openFirewall = "yes"; };`,
      // what is wrong elsewhere keeps nothing from being told
      d: `${jellyfin} time.timeZone = 1; networking.firewall.allowedTCPPorts = [ 443 ];`,
    });
    expect(found).toEqual([expect.stringMatching(/Jellyfin listens \(d\)$/u)]);
  });

  test("leave alone ports that somebody may listen on", async () => {
    const found = await textsOfFleet("firewall-open", {
      // a service that is not known, a container, a unit of the fleet's own
      a: "networking.firewall.allowedTCPPorts = [ 5432 ]; services.privoxy.enable = true;",
      b: `networking.firewall.allowedTCPPorts = [ 5432 ]; virtualisation.oci-containers.containers.db = { image = "a"; extraOptions = [ "--network=host" ]; };`,
      c: `networking.firewall.allowedTCPPorts = [ 3000 ]; systemd.services.app.script = "app";`,
      // nobody's port, the SSH server's, a computed one, one that is used, a firewall that is off
      d: `networking.firewall.allowedTCPPorts = [ 12345 22 ] ++ map (n: n + 1) [ 5431 ]; services.openssh.enable = true;`,
      e: `networking.firewall.allowedTCPPorts = [ 9100 9090 ]; services.prometheus = { enable = true; exporters.node.enable = true; };`,
      f: "networking.firewall = { enable = false; allowedTCPPorts = [ 5432 ]; };",
    });
    expect(found).toEqual([]);
  });
});
