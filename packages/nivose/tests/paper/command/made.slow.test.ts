/** What is made for a fleet: paper of a release that the user's own data are of, and paper with the `lib` that is at hand. */

import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseSriHash, printHash } from "@nivose/nix/store";
import { afterAll, expect, test } from "vitest";
import { Sandbox } from "../../cli/run-nivose.ts";

const shipped = path.resolve(import.meta.dirname, "../../../dist/paper/nixpkgs");
const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

function write(sandbox: Sandbox, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(sandbox.top, name)), { recursive: true });
    writeFileSync(path.join(sandbox.top, name), text);
  }
}

/** A host for each of these modules. */
const fleet = (branch: string, hosts: Readonly<Record<string, string>>): string => `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/${branch}";
  outputs = { nixpkgs, ... }: {
    inherit (nixpkgs) lib;
    nixosConfigurations = builtins.mapAttrs (_: module: nixpkgs.lib.nixosSystem {
      modules = [ module { nixpkgs.hostPlatform = "x86_64-linux"; system.stateVersion = "24.11"; } ];
    }) { ${Object.entries(hosts)
      .map(([name, module]) => `${name} = ${module};`)
      .join(" ")} };
  };
}`;

test("options and packages of a release that the user's own data are of", () => {
  const sandbox = new Sandbox();
  afterAll(() => sandbox.remove());
  const data = path.join(sandbox.home, ".local/share/nivose/paper/31.05");
  const options = path.join(data, "nixos/options");
  cpSync(path.join(shipped, "data/options"), options, { recursive: true });
  const index = readJson<{ files: object; folders: object }>(path.join(options, "index.json"));
  const { names } = readJson<{ names: object }>(path.join(shipped, "pkgs/data/top.json"));
  const { hello: _, ...others } = names as Record<string, unknown>;
  write(sandbox, {
    "home/.local/share/nivose/paper/31.05/packages.json": JSON.stringify([...Object.keys(others), "brand-new-package"]),
    "home/.local/share/nivose/paper/31.05/nixos/options/index.json": JSON.stringify({
      ...index,
      files: { ...index.files, "brand-new": 0 },
    }),
    "home/.local/share/nivose/paper/31.05/nixos/options/brand-new.json": JSON.stringify({
      declared: ["nixos/modules/brand-new.nix"],
      options: { enable: ["bool", { default: false }] },
    }),
    "work/flake.nix": fleet("nixos-31.05", {
      luna: "({ pkgs, ... }: { brand-new.enable = true; environment.systemPackages = [ pkgs.brand-new-package ]; })",
      sol: "({ pkgs, ... }: { brand-nwe.enable = true; })",
      terra: "({ pkgs, ... }: { environment.systemPackages = [ pkgs.hello ]; })",
    }),
  });
  const { stdout } = sandbox.run("nivose why --json luna brand-new.enable");
  const { hosts, paper } = JSON.parse(stdout) as { hosts: object[]; paper: object[] };
  expect(hosts).toMatchObject([{ value: "true", class: "paper" }]);
  expect(paper).toEqual([
    { folder: "", input: "nixpkgs", flake: "nixpkgs-31.05", release: "31.05", isOtherRelease: false },
  ]);
  expect(sandbox.run("nivose eval --paper --raw path:.#lib.trivial.release").stdout).toBe("31.05");
  expect(sandbox.run("nivose show sol").stderr).toContain("there is no option 'brand-nwe'");
  expect(sandbox.run("nivose why luna brand-nwe.enable").stderr).toContain("[unknown-option-on-paper]");
  const wrong = sandbox.run("nivose eval --paper path:.#nixosConfigurations.terra.config.environment.systemPackages");
  expect(wrong.stderr).toContain("there is no package 'hello' in 'pkgs'");
  // it is made once
  const made = readdirSync(path.join(sandbox.home, ".cache/nivose/paper"));
  expect(made.filter((name) => !name.endsWith(".json"))).toHaveLength(1);
}, 120_000);

test("functions of the lib that is at hand, and the modules of paper", () => {
  const sandbox = new Sandbox();
  afterAll(() => sandbox.remove());
  const narHash = `sha256-${"A".repeat(43)}=`;
  const locked = { type: "github", owner: "NixOS", repo: "nixpkgs", rev: "0".repeat(40), narHash };
  const original = { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-24.11" };
  // the functions of paper, as far as it matters, under an own version
  cpSync(path.join(shipped, "lib"), path.join(sandbox.top, "nixpkgs/lib/own"), { recursive: true });
  write(sandbox, {
    "nixpkgs/lib/default.nix": `(import ./own).extend (_: before: {
      brandNew = "of the lib at hand";
      types = before.types // { str = throw "these are not the types of paper"; };
      trivial = before.trivial // { version = "24.11.0"; };
    })`,
    "work/flake.lock": JSON.stringify({
      version: 7,
      root: "root",
      nodes: { root: { inputs: { nixpkgs: "nixpkgs" } }, nixpkgs: { locked, original } },
    }),
    "work/flake.nix": fleet("nixos-24.11", {
      luna: "({ lib, ... }: { networking.hostName = lib.mkForce lib.brandNew; networking.domain = lib.trivial.version; })",
    }),
  });
  const sources = path.join(sandbox.home, ".cache/nivose/sources");
  mkdirSync(sources, { recursive: true });
  symlinkSync(path.join(sandbox.top, "nixpkgs"), path.join(sources, printHash(parseSriHash(narHash), "nix32")));
  const domain = sandbox.run("nivose eval --paper path:.#nixosConfigurations.luna.config.networking.domain");
  expect(domain.stdout).toBe('"24.11.0"\n');
  const { stdout, stderr } = sandbox.run("nivose why --paper luna networking.hostName");
  expect(stderr).toContain("on paper, without nixpkgs");
  expect(stdout).toContain("counts: mkForce");
  expect(stdout).toContain("loses to mkForce: the default of the option");
});

test("what was found on paper is kept", () => {
  const sandbox = new Sandbox();
  afterAll(() => sandbox.remove());
  write(sandbox, { "work/flake.nix": fleet("nixos-24.11", { luna: "{ }", sol: "{ }" }) });
  const first = sandbox.run("nivose show --paper");
  const records = readdirSync(path.join(sandbox.home, ".cache/nivose/records"));
  expect(records.length).toBeGreaterThan(2);
  expect(sandbox.run("nivose show --paper").stdout).toBe(first.stdout);
  expect(readdirSync(path.join(sandbox.home, ".cache/nivose/records"))).toEqual(records);
});
