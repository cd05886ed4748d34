/** Random systems, each in a few modules, and the options to be asked for. */

import type { Declared } from "./options.ts";
import type { Random } from "./random.ts";
import { valueFor, wrapped } from "./values.ts";

export interface Host {
  /** A list of modules. */
  readonly text: string;
  readonly asked: readonly (readonly string[])[];
}

export function randomHost(options: readonly Declared[], random: Random): Host {
  const chosen = [0, 1, 2, 3, 4, 5].map(() => random.one(options));
  const modules = [0, 1, 2].map(() => {
    const defined = chosen.filter(() => random.chance(60)).map((option) => definition(option, random));
    return `({ config, lib, pkgs, ... }: { ${random.chance(20) ? '_file = "a-module"; ' : ""}config = lib.mkMerge [ ${defined.join(" ")} ]; })`;
  });
  return {
    text: `[ ${[...modules, ...random.some(2, () => random.one(EXTRAS))].join("\n")} ]`,
    asked: [...chosen.map((option) => option.path), ...ALWAYS],
  };
}

function definition(option: Declared, random: Random): string {
  const misspelt = random.chance(2);
  const names = option.path.map((name, index) => (misspelt && index === option.path.length - 1 ? `${name}x` : name));
  return `{ ${names.map((name) => JSON.stringify(name)).join(".")} = ${wrapped(`(${valueFor(option.term, random)})`, random)}; }`;
}

const ALWAYS = [
  ["warnings"],
  ["environment", "systemPackages"],
  ["environment", "etc"],
  ["users", "users"],
  ["system", "build", "toplevel", "drvPath"],
  ["system", "build", "toplevel", "onPaper"],
];

const EXTRAS: readonly string[] = [
  '({ lib, ... }: { options.mine = lib.mkOption { type = with lib.types; attrsOf (submodule { freeformType = attrsOf str; options.n = lib.mkOption { type = int; default = 3; }; }); default = { }; }; config.mine.a.b = "c"; config.environment.etc.mine.text = "mine"; })',
  '({ lib, ... }: { imports = [ (lib.mkRenamedOptionModule [ "old" ] [ "networking" "domain" ]) ]; old = "example.org"; })',
  '({ lib, ... }: { imports = [ (lib.mkRemovedOptionModule [ "gone" ] "It went.") ]; })',
  "{ nixpkgs.overlays = [ (final: prev: { mine = prev.hello; hello = prev.hello.overrideAttrs (_: { doCheck = false; }); }) ]; }",
  '({ pkgs, ... }: { environment.systemPackages = [ (pkgs.writeShellApplication { name = "app"; runtimeInputs = [ pkgs.jq ]; text = "jq ."; }) pkgs.hello ]; })',
  '({ pkgs, ... }: { environment.etc."x.json".source = (pkgs.formats.json { }).generate "x.json" { a = 1; }; })',
  '{ users.users.alice = { isNormalUser = true; extraGroups = [ "wheel" ]; }; users.users.bob = { config, ... }: { isSystemUser = true; group = "bob"; home = "/var/${config.name}"; }; users.groups.bob = { }; }',
  '{ specialisation.dark.configuration = { lib, ... }: { networking.hostName = lib.mkForce "dark"; }; }',
  '{ disabledModules = [ "services/web-servers/nginx/default.nix" ]; }',
  "({ config, lib, ... }: lib.mkIf config.services.openssh.enable { environment.etc.ssh-is-on.text = toString config.services.openssh.ports; })",
  '{ systemd.services.web = { wantedBy = [ "multi-user.target" ]; script = "exec true"; serviceConfig.Restart = "always"; }; }',
  '{ services.openssh = { enable = true; settings.PermitRootLogin = "no"; settings.X = 1; }; }',
  '{ key = "same"; imports = [ { key = "same2"; networking.domain = "a"; } { key = "same2"; networking.domain = "a"; } ]; }',
  '({ modulesPath, ... }: { imports = [ "${modulesPath}/profiles/minimal.nix" (modulesPath + "/installer/scan/not-detected.nix") ]; })',
  '{ _class = "homeManager"; }',
  "({ missing, ... }: { networking.domain = missing; })",
];
