/** Where services listen that say so in texts and in several options. */
import { expect, test } from "vitest";
import { readers } from "../../../src/check/services/readers/index.ts";

/** `127.0.0.1:53/udp`, with what has no address written as a kind of it. */
function read(reader: string, values: Readonly<Record<string, unknown>>): string[] {
  const reading = { value: (setting: string) => values[setting], isKnown: () => true };
  return readers[reader]!(reading).flatMap(({ protocols, host, port, address }) =>
    protocols.map((protocol) => `${host ?? address?.kind ?? "*"}:${port}/${protocol}`),
  );
}

test("Nginx: sites, what they listen on by default, and texts", () => {
  const sites = {
    "virtualHosts.*.listen": { a: [], b: [{ addr: "127.0.0.1", port: 81 }, { addr: "unix:/run/a" }], c: [] },
    "virtualHosts.*.forceSSL": { a: true, b: false, c: false },
    "virtualHosts.*.quic": { a: true },
    "virtualHosts.*.listenAddresses": { c: ["192.168.1.2"] },
    defaultListenAddresses: ["0.0.0.0"],
    appendHttpConfig: "server { listen 8080; listen [::]:8081 ssl; listen unix:/run/b; # listen 1;\n}",
    streamConfig: "server {\n  listen 53 udp;\n}",
  };
  expect(read("nginx", sites)).toEqual([
    "0.0.0.0:443/tcp",
    "0.0.0.0:443/udp",
    "0.0.0.0:80/tcp",
    "127.0.0.1:81/tcp",
    "192.168.1.2:80/tcp",
    "*:8080/tcp",
    ":::8081/tcp",
    "*:53/udp",
  ]);
  expect(read("nginx", { ...sites, config: "http { server { listen 127.0.0.1:9000; } }" })).toEqual([
    "127.0.0.1:9000/tcp",
  ]);
});

test("Caddy: sites by their addresses, with the ports that it is told", () => {
  const hostName = { a: "a.org", b: "http://b.org", c: ":8080", d: "https://d.org:8443, e.org", f: "{$HOST}" };
  expect(read("caddy", { "virtualHosts.*.hostName": hostName, globalConfig: "admin off" }).toSorted()).toEqual(
    [
      "*:443/tcp",
      "*:443/udp",
      "*:80/tcp",
      "*:80/tcp",
      "*:8080/tcp",
      "*:8443/tcp",
      "*:443/tcp",
      "*:443/udp",
      "*:80/tcp",
    ].toSorted(),
  );
  const global = "http_port 8081 # behind another one\nhttps_port 8444\ndefault_bind 127.0.0.1\nadmin localhost:2020\n";
  expect(read("caddy", { "virtualHosts.*.hostName": { a: "a.org" }, globalConfig: global })).toEqual([
    "localhost:2020/tcp",
    "127.0.0.1:8444/tcp",
    "127.0.0.1:8081/tcp",
  ]);
  expect(read("caddy", { "virtualHosts.*.hostName": { a: "a.org" }, globalConfig: "auto_https off" })).toEqual([
    "localhost:2019/tcp",
    "*:80/tcp",
  ]);
  // ports that are named are as good as taken before the first site is there
  expect(read("caddy", { globalConfig: "http_port 8081\nhttps_port 8444\ndefault_bind 127.0.0.1\n" })).toEqual([
    "localhost:2019/tcp",
    "127.0.0.1:8081/tcp",
    "127.0.0.1:8444/tcp",
  ]);
  expect(read("caddy", { globalConfig: "admin off" })).toEqual([]);
  expect(read("caddy", { settings: { apps: {} }, "virtualHosts.*.hostName": { a: "a.org" } })).toEqual([]);
});

test("HAProxy: its lines that bind", () => {
  const config = `
frontend a
  bind :80,:443 ssl
  bind 127.0.0.1:8404
  bind :::9000
  bind [::]:9001 v4v6
  bind unix@/run/a.sock
  # bind :1
  bind *:53 interface eth0
  bind quic4@:443
backend b
  server b 127.0.0.1:8080
`;
  expect(read("haproxy", { config })).toEqual([
    "any4:80/tcp",
    "any4:443/tcp",
    "127.0.0.1:8404/tcp",
    ":::9000/tcp",
    ":::9001/tcp",
    "any4:443/udp",
  ]);
});

test("Traefik and Apache", () => {
  const entryPoints = { web: ":80", dns: "127.0.0.1:53/udp" };
  expect(read("traefik", { "staticConfigOptions.entryPoints.*.address": entryPoints })).toEqual([
    "*:80/tcp",
    "127.0.0.1:53/udp",
  ]);
  const listen = { a: [], b: [{ ip: "127.0.0.1", port: 8080 }] };
  expect(read("httpd", { "virtualHosts.*.listen": listen, "virtualHosts.*.addSSL": { a: true } })).toEqual([
    "*:80/tcp",
    "*:443/tcp",
    "127.0.0.1:8080/tcp",
  ]);
});

test("name servers", () => {
  const tcp = (reader: string, values: Readonly<Record<string, unknown>>): string[] =>
    read(reader, values).filter((each) => each.endsWith("/tcp"));
  expect(tcp("bind", { listenOn: ["any"], listenOnIpv6: ["none"] })).toEqual(["any:53/tcp"]);
  const extraOptions =
    "listen-on port 5303 { 127.0.0.1; }; listen-on-v6 { none; }; listen-on port 853 tls local { any; };";
  expect(tcp("bind", { listenOn: ["none"], extraOptions })).toEqual(["127.0.0.1:5303/tcp"]);
  expect(tcp("dnsmasq", { "settings.port": [5353], "settings.listen-address": ["::1,127.0.0.1"] })).toEqual([
    "*:5353/tcp",
  ]);
  expect(tcp("dnsmasq", { "settings.bind-dynamic": [true], "settings.interface": ["br0"] })).toEqual([
    "127.0.0.1:53/tcp",
  ]);
  expect(tcp("dnsmasq", { "settings.bind-interfaces": [false] })).toEqual(["*:53/tcp"]);
  expect(
    tcp("dnsdist", { listenAddress: "0.0.0.0", listenPort: 53, extraConfig: "addLocal('127.0.0.1:5300')" }),
  ).toEqual(["0.0.0.0:53/tcp", "127.0.0.1:5300/tcp"]);
  expect(tcp("dnsdist", { listenPort: 53, extraConfig: 'setLocal("192.168.1.1")' })).toEqual(["192.168.1.1:53/tcp"]);
  expect(tcp("unbound", { "settings.server.interface": ["0.0.0.0", "::1@5353"] })).toEqual([
    "0.0.0.0:53/tcp",
    "::1:5353/tcp",
  ]);
  expect(tcp("unbound", {})).toEqual(["127.0.0.1:53/tcp", "::1:53/tcp"]);
  expect(
    tcp("coredns", { config: ".:5353 {\n  bind 127.0.0.1\n  forward . 9.9.9.9\n}\nhome.arpa {\n  file db\n}" }),
  ).toEqual(["127.0.0.1:5353/tcp", "*:53/tcp"]);
  expect(tcp("resolved", { extraConfig: "" })).toEqual(["127.0.0.53:53/tcp", "127.0.0.54:53/tcp"]);
  expect(tcp("resolved", { extraConfig: "DNSStubListener=no\nDNSStubListenerExtra=192.168.1.1" })).toEqual([
    "192.168.1.1:53/tcp",
  ]);
  expect(tcp("resolved", { extraConfig: "DNSStubListener=udp" })).toEqual([]);
});

test("lists of listeners, and arguments", () => {
  expect(read("openssh", { ports: [22, 2222], listenAddresses: [] })).toEqual(["*:22/tcp", "*:2222/tcp"]);
  expect(read("openssh", { ports: [22], listenAddresses: [{ addr: "10.0.0.1", port: null }] })).toEqual([
    "10.0.0.1:22/tcp",
  ]);
  expect(
    read("mosquitto", {
      listeners: [
        { address: null, port: 1883 },
        { address: "/run/m.sock", port: 0 },
      ],
    }),
  ).toEqual(["*:1883/tcp"]);
  expect(read("synapse", { "settings.listeners": [{ bind_addresses: ["127.0.0.1"], port: 8008 }] })).toEqual([
    "127.0.0.1:8008/tcp",
  ]);
  expect(read("glances", { port: 61_208, extraArgs: ["--webserver", "--bind", "127.0.0.1"] })).toEqual([
    "127.0.0.1:61208/tcp",
  ]);
  expect(read("glances", { port: 61_208, extraArgs: ["--quiet"] })).toEqual([]);
});
