/** Rules about modules as a whole: what they find, and what looks like it and is left alone. */
import { describe, expect, test } from "vitest";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

async function found(code: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { findings } = await checkFiles(filesOf(files), { ...everything, only: [code], isPedantic: true });
  return findings.map(({ at, text, class: sureness }) => `${at.file}: ${text} (${sureness})`);
}

describe("unused-module", () => {
  const web = "{ config, ... }: { services.nginx.enable = true; }";
  const flakeWith = (outputs: string): string => `{
    inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    outputs = { self, nixpkgs, ... }: {
      nixosConfigurations.machine = nixpkgs.lib.nixosSystem { modules = [ ./base.nix ]; };
      ${outputs}
    };
  }`;
  const lock = filesOf("{ }")["flake.lock"]!;
  const base = filesOf("{ }")["base.nix"]!;

  test("tells once of what only leads to each other", async () => {
    expect(
      await found("unused-module", {
        "machine.nix": "{ }",
        "a.nix": "{ config, ... }: { imports = [ ./b.nix ]; }",
        "b.nix": web,
      }),
    ).toEqual(["a.nix: no host imports this module, nor b.nix, which only it leads to (paper)"]);
  });

  test.each([
    ["an output for others", { "flake.nix": flakeWith("nixosModules.web = import ./web.nix;"), "web.nix": web }],
    ["a folder that is read", { "flake.nix": flakeWith("modules = builtins.readDir ./m;"), "m/web.nix": web }],
    [
      "a test",
      {
        "flake.nix": flakeWith("checks.x86_64-linux.a = import ./t.nix;"),
        "t.nix": "{ pkgs }: pkgs.nixosTest { nodes.a = ./web.nix; }",
        "web.nix": web,
      },
    ],
    ["a template", { "flake.nix": flakeWith('templates.a = { path = ./t; description = ""; };'), "t/web.nix": web }],
    ["a path from the flake", { "flake.nix": flakeWith('lib.web = "${self}/m/web.nix";'), "m/web.nix": web }],
    ["a script", { "flake.nix": flakeWith(""), "image.sh": "nixos-generate -c m/web.nix\n", "m/web.nix": web }],
    ["a name in a list", { "flake.nix": flakeWith('lib.names = map (x: x) [ "m/web" ];'), "m/web.nix": web }],
    ["what is put away", { "flake.nix": flakeWith(""), "archive/web.nix": web }],
    ["what is no module", { "flake.nix": flakeWith(""), "web.nix": "{ pkgs }: pkgs.hello", "data.nix": "{ a = 1; }" }],
  ])("leaves alone %s", async (_, files) => {
    expect(await found("unused-module", { "flake.lock": lock, "base.nix": base, ...files })).toEqual([]);
  });

  test("concludes less while a host cannot be evaluated", async () => {
    expect(
      await found("unused-module", {
        "machine.nix": "{ lib, ... }: { imports = lib.optional (lib.hasPrefx true) ./desktop.nix ++ [ ./ssh.nix ]; }",
        "desktop.nix": web,
        "ssh.nix": web,
        "web.nix": web,
        ...Object.fromEntries([..."abcdefgh"].map((name) => [`${name}.nix`, web])),
      }),
    ).toEqual([]);
  });
});
