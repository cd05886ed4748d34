import { expect, test } from "vitest";
import type { HostDetails } from "../../src/fleet/details.ts";
import { portsOf } from "../../src/fleet/ports.ts";
import { ageText } from "../../src/fleet/show/age.ts";
import { rolesOf } from "../../src/fleet/show/roles.ts";
import { tellHost } from "../../src/fleet/show/tell-host.ts";
import { plain } from "../../src/report/style.ts";

const DAY = 86_400;

test.each<[number, string]>([
  [-5, "new"],
  [0, "new"],
  [1, "1 day old"],
  [13, "13 days old"],
  [14, "2 weeks old"],
  [59, "8 weeks old"],
  [60, "1 month old"],
  [92, "3 months old"],
  [729, "23 months old"],
  [731, "2 years old"],
])("an age of %i days is told as %s", (days, text) => {
  expect(ageText(1_000_000_000, (1_000_000_000 + days * DAY) * 1000)).toBe(text);
});

test("roles are options that are on, or else files in a folder of that name", () => {
  const on = (name: string) => ({ name, isOwn: true, files: [] });
  const files = ["roles/default.nix", "roles/web.nix", "roles/db/default.nix", "profiles/base.nix", "hosts/a.nix"];
  expect(rolesOf([on("lab.roles.server"), on("lab.role.edge"), on("lab.backup")], files)).toEqual({
    roles: ["edge", "server"],
    profiles: ["base"],
    suites: [],
  });
  expect(rolesOf([], files).roles).toEqual(["db", "web"]);
});

test("what comes from a store forgets how old it is", () => {
  expect([0, 1].map((time) => ageText(time, DAY * 1000))).toEqual(["", ""]);
});

test("a port is open everywhere, on an interface, or nowhere", () => {
  const none = { tcp: [], udp: [], tcpRanges: [], udpRanges: [] };
  const firewall = {
    ...none,
    isOn: true,
    tcp: [53],
    udp: [53],
    tcpRanges: ["80-90"],
    interfaces: { lan: { ...none, tcp: [22] } },
  };
  expect(portsOf([9000, 85, 53, 22, 53], firewall)).toEqual([
    { port: 22, open: [], interfaces: ["lan"] },
    { port: 53, open: ["tcp", "udp"], interfaces: [] },
    { port: 85, open: ["tcp"], interfaces: [] },
    { port: 9000, open: [], interfaces: [] },
  ]);
});

test("inputs are told with their age, and files that nobody wrote steer no terminal", () => {
  const details: HostDetails = { containers: [{ name: "a\u001b[2J", by: "podman", image: null, ports: [] }] };
  const facts = {
    system: "x",
    stateVersion: undefined,
    users: [],
    files: ["a/default.nix", "b/c.nix"],
    unknown: {},
    details,
  };
  const host = {
    name: "luna",
    kind: "nixos",
    flake: "",
    attribute: "nixosConfigurations.luna",
    facts,
    targets: [],
    data: undefined,
  } as const;
  const input = { name: "nixpkgs", from: "github:NixOS/nixpkgs", revision: "50ab793786d9", lastModified: DAY };
  const lines = tellHost(host, [input], { width: 80, style: plain, now: 101 * DAY * 1000 });
  expect(lines).toEqual([
    "luna",
    "  system       NixOS, x, state unknown",
    "  attribute    .#nixosConfigurations.luna",
    "  containers   a\u241b[2J  podman",
    "  inputs       nixpkgs  50ab793  3 months old  github:NixOS/nixpkgs",
    "  files        a",
    "               b/: c",
  ]);
});
