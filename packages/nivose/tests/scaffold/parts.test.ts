/** What is special in the preset `parts`: places, roles, and what is left out with secrets or deployments. */

import { describe, expect, test } from "vitest";
import { parts } from "../../src/scaffold/presets/parts.ts";
import type { FleetSpec, HostSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { composed, resolved } from "./sound-repository.ts";

async function written(spec: FleetSpec): Promise<{ text: (path: string) => string; paths: string[]; notes: string }> {
  const { files, notes } = await composed(resolved({ name: "lab", ...spec }, parts), parts);
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return { text: (path) => texts.get(path) ?? "", paths: [...texts.keys()], notes: notes.join("\n") };
}

const defaultOf = async (host: HostSpec, where: string): Promise<string> =>
  (await written({ hosts: [host] })).text(`infrastructure/${where}/${host.name}/default.nix`);

describe("a host lies", () => {
  test.each<[string, string, HostSpec]>([
    ["at Hetzner, by its hardware", "hetzner", { name: "a", hardware: "hetzner", roles: ["workstation"] }],
    ["in the house, if it serves", "local-server", { name: "a", services: ["web"] }],
    ["in the house, if it has guests", "local-server", { name: "a", roles: ["hypervisor"] }],
    ["where people sit, otherwise", "local-machines", { name: "a", profiles: ["go"] }],
    ["where people sit, if it is a Mac", "local-machines", { name: "a", kind: "darwin", roles: ["server"] }],
  ])("%s", async (_, where, host) => {
    const { paths, text } = await written({ hosts: [host] });
    expect(paths).toContain(`infrastructure/${where}/a/default.nix`);
    expect(text("fleet.nix")).toContain(`where = "${where}";`);
  });
});

test("the role of a workstation is written as the plan has it", async () => {
  const host: HostSpec = { name: "a", roles: ["workstation"], profiles: ["python", "go"] };
  expect(await defaultOf(host, "local-machines")).toContain(
    [
      "  lab = {",
      "    roles.workstation = {",
      "      enable = true;",
      "      development.python.enable = true;",
      "      development.go.enable = true;",
      "    };",
      "  };",
    ].join("\n"),
  );
});

test("development is enabled without the role, too", async () => {
  expect(await defaultOf({ name: "a", profiles: ["go"] }, "local-machines")).toContain(
    "    development.go.enable = true;",
  );
});

test("whoever offers a service is a server, unless it is said what else", async () => {
  const text = await defaultOf({ name: "a", services: ["database"] }, "local-server");
  expect(text).toContain("roles.server = {\n      enable = true;\n\n      database = {");
  const offering = await defaultOf({ name: "a", services: ["database"], roles: [] }, "local-machines");
  expect(offering).toContain("roles.server = {\n      database = {");
});

test("a role that nix-darwin cannot have is left out, and said to be", async () => {
  const host: HostSpec = { name: "a", kind: "darwin", roles: ["workstation", "hypervisor"] };
  const { text, notes } = await written({ hosts: [host] });
  expect(text("infrastructure/local-machines/a/default.nix")).not.toContain("hypervisor");
  expect(notes).toBe("The role 'hypervisor' of a is left out: it needs NixOS.");
});

test("servers at Hetzner have a type of their architecture, and addresses of their own", async () => {
  const { text } = await written({
    hosts: [
      { name: "a", hardware: "hetzner", system: "x86_64-linux" },
      { name: "b", hardware: "hetzner", system: "aarch64-linux" },
    ],
  });
  const inventory = text("fleet.nix");
  expect(inventory).toMatch(/a = \{[^]*serverType = "cx23";[^]*privateAddress = "10\.42\.1\.10";/u);
  expect(inventory).toMatch(/b = \{[^]*serverType = "cax11";[^]*privateAddress = "10\.42\.1\.11";/u);
});

test("without secrets nothing speaks of sops-nix, and without a deployer nothing of deploy-rs", async () => {
  const { paths, text } = await written({
    hosts: [{ name: "a", hardware: "hetzner", services: ["backup", "database"] }],
    secrets: { kind: "none" },
    deployment: "none",
  });
  const nix = paths.filter((path) => path.endsWith(".nix") && !path.startsWith("shared/shells/")).map(text);
  expect(nix.filter((each) => /sops|deploy-rs/u.test(each))).toEqual([]);
  expect(paths.filter((path) => /sops|secrets\/|deploy/u.test(path))).toEqual([]);
});

test("an empty fleet has the six parts, and says how the first host comes to be", async () => {
  const { paths, text } = await written({ hosts: [], users: [] });
  expect(paths.filter((path) => path.startsWith("parts/"))).toEqual(
    ["darwin-configurations", "deploy", "dev-shells", "nixos-configurations", "packages", "terraform"].map(
      (name) => `parts/${name}.nix`,
    ),
  );
  expect(text("README.md")).toContain("There are no hosts yet");
});
