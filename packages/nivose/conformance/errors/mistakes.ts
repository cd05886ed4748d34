/** Mistakes that people make in the modules of a host, and what has to be said of them. */

export interface Mistake {
  readonly name: string;
  readonly kind: "nixos" | "home" | "darwin";
  /** The text of the module. */
  readonly module: string;
  /** Of the advice. */
  readonly code: string;
  /** The line of the module that it begins with; nothing if none of its lines is known. */
  readonly line: number | undefined;
  /** What its words, its hint or what it proposes have to have. */
  readonly says: string;
}

type Row = readonly [name: string, module: string, code: string, line: number | undefined, says: string];

const nixos: readonly Row[] = [
  ["an option that is misspelt", "{ services.ngnix.enable = true; }", "option-not-declared", 1, "'services.nginx'"],
  [
    "an option that is misspelt in a submodule",
    `{\n  services.nginx.enable = true;\n  services.nginx.virtualHosts."a.example" = {\n    enableAcme = true;\n  };\n}`,
    "option-not-declared",
    4,
    "enableACME",
  ],
  [
    "an ending that is misspelt",
    "{ services.nginx.enabled = true; }",
    "option-not-declared",
    1,
    "services.nginx.enable'",
  ],
  ["an option without its beginning", "{ nftables.enable = true; }", "option-not-declared", 1, "'networking.nftables'"],
  ["an option of Home Manager", '{\n\n  home.stateVersion = "24.11"; }', "option-not-declared", 3, "Home Manager"],
  ["another option of Home Manager", '{ programs.git.userName = "a"; }', "option-not-declared", 1, "Home Manager"],
  ["an option of nix-darwin", "{ system.defaults.dock.autohide = true; }", "option-not-declared", 1, "nix-darwin"],
  ["an option of sops-nix", "{ sops.secrets.a = { }; }", "option-not-declared", 1, "inputs.sops-nix.nixosModules.sops"],
  [
    "an option of a module that is not imported",
    "{ my.web.port = 80; }",
    "option-not-declared",
    1,
    "imports = [ ./unused.nix ];",
  ],
  [
    "a text for a Boolean",
    '{ services.nginx.enable = "yes"; }',
    "option-wrong-type",
    1,
    "services.nginx.enable = true;",
  ],
  [
    "a text for a Boolean in a submodule",
    `{\n  services.nginx.enable = true;\n  services.nginx.virtualHosts.x.enableACME = "yes";\n}`,
    "option-wrong-type",
    3,
    "virtualHosts.x.enableACME = true;",
  ],
  [
    "a package for a list",
    "{ pkgs, ... }: { environment.systemPackages = pkgs.git; }",
    "option-wrong-type",
    1,
    "[ pkgs.git ]",
  ],
  [
    "a text for a list",
    `{ users.users.a = { isNormalUser = true; extraGroups = "wheel"; }; }`,
    "option-wrong-type",
    1,
    `[ "wheel" ]`,
  ],
  [
    "a text for a number in a list",
    `{ networking.firewall.allowedTCPPorts = [ 80 "443" ]; }`,
    "option-wrong-type",
    1,
    "without quotes",
  ],
  ["a number for a text", "{ networking.hostName = 1; }", "option-wrong-type", 1, `networking.hostName = "1";`],
  [
    "a word that is none of those allowed",
    `{ networking.firewall.logRefusedPackets = "yes"; services.openssh.settings.PermitRootLogin = "nope"; services.openssh.enable = true; }`,
    "option-wrong-type",
    1,
    "takes",
  ],
  [
    "values in conflict",
    `{ lib, ... }:\n{\n  imports = [ { networking.hostName = "b"; } ];\n  networking.hostName = lib.mkIf true "a";\n}`,
    "option-conflict",
    3,
    `gives "b"`,
  ],
  [
    "values in conflict with nixpkgs",
    `{ config, lib, ... }: { system.stateVersion = "24.05"; }`,
    "option-conflict",
    1,
    "mkForce",
  ],
  [
    "an option without a value",
    `{ config, lib, ... }:\n{\n  options.my.port = lib.mkOption { type = lib.types.port; };\n  config.networking.firewall.allowedTCPPorts = [ config.my.port ];\n}`,
    "option-without-value",
    4,
    "my.port = …;",
  ],
  [
    "settings beside options",
    `{ lib, ... }:\n{\n  options.my.a = lib.mkEnableOption "a";\n  services.nginx.enable = true;\n}`,
    "module-mixed",
    4,
    "config.services.nginx.enable",
  ],
  [
    "an argument that is not passed",
    "{ inputs, ... }: { environment.systemPackages = [ inputs.a.b ]; }",
    "module-argument",
    1,
    "specialArgs = { inherit inputs; };",
  ],
  [
    "an argument that is misspelt",
    "{ pkg, ... }: { environment.systemPackages = [ pkg.git ]; }",
    "module-argument",
    1,
    "'pkgs'",
  ],
  [
    "arguments without dots",
    "{ pkgs }: { environment.systemPackages = [ pkgs.git ]; }",
    "module-without-dots",
    1,
    "{ pkgs, ... }:",
  ],
  [
    "a package that is misspelt",
    "{ pkgs, ... }: { environment.systemPackages = [ pkgs.ripgrpe ]; }",
    "package-not-found",
    1,
    "'ripgrep'",
  ],
  [
    "a package that is misspelt behind with",
    "{ pkgs, ... }: { environment.systemPackages = with pkgs; [ git ripgrpe ]; }",
    "package-not-found",
    1,
    "'ripgrep'",
  ],
  [
    "a package of a set that is misspelt",
    "{ pkgs, ... }: { environment.systemPackages = [ pkgs.python3Packages.reqests ]; }",
    "package-not-found",
    1,
    "'requests'",
  ],
  [
    "a function of the library that is misspelt",
    `{ lib, ... }: { options.my.a = lib.mkEnableOptions "a"; config.my.a = true; }`,
    "attribute-not-found",
    1,
    "'mkEnableOption'",
  ],
  [
    "a setting that is misspelt where it is read",
    "{ config, ... }: { networking.domain = config.networking.hostNam; }",
    "attribute-not-found",
    1,
    "'hostName'",
  ],
  [
    "an assertion of NixOS",
    "{ boot.loader.grub.enable = true; boot.loader.grub.devices = [ ]; }",
    "assertion-failed",
    1,
    "mirroredBoots",
  ],
  [
    "an assertion of one's own",
    `{ assertions = [ { assertion = false; message = "It has to be otherwise."; } ]; }`,
    "assertion-failed",
    1,
    "It has to be otherwise",
  ],
  [
    "an unfree package",
    "{ pkgs, ... }: { environment.systemPackages = [ pkgs.vscode ]; }",
    "package-refused",
    1,
    `nixpkgs.config.allowUnfreePredicate = pkg: builtins.elem (lib.getName pkg) [ "vscode" ];`,
  ],
  [
    "an insecure package",
    "{ pkgs, ... }: { environment.systemPackages = with pkgs; [ openssl_1_1 ]; }",
    "package-refused",
    1,
    `nixpkgs.config.permittedInsecurePackages = [ "openssl-1.1.1w" ];`,
  ],
  [
    "a package for another system",
    "{ pkgs, ... }: { environment.systemPackages = [ pkgs.m-cli ]; }",
    "package-refused",
    1,
    "lib.optionals",
  ],
  [
    "a broken package",
    "{ pkgs, ... }: { environment.systemPackages = [ (pkgs.hello.overrideAttrs { meta.broken = true; }) ]; }",
    "package-refused",
    1,
    "allowBroken",
  ],
  ["a file that is not there", "{ imports = [ ./unsed.nix ]; }", "file-to-import", 1, "unused.nix"],
  ["a file that Git does not know", "{ imports = [ ./untracked.nix ]; }", "file-to-import", 1, "add --intent-to-add"],
  [
    "the library without its argument",
    "{ services.nginx.enable = lib.mkForce true; }",
    "undefined-variable",
    1,
    "'{ lib, ... }:'",
  ],
  [
    "a package without its set",
    "{ pkgs, ... }: { environment.systemPackages = [ git ]; }",
    "undefined-variable",
    1,
    "pkgs.git",
  ],
  [
    "imports that depend on config",
    "{ config, lib, ... }: { imports = lib.optional config.services.nginx.enable ./unused.nix; }",
    "recursion-imports",
    1,
    "lib.mkIf",
  ],
  [
    "imports that depend on pkgs",
    "{ pkgs, ... }: { imports = if pkgs.stdenv.isDarwin then [ ] else [ ./unused.nix ]; }",
    "recursion-imports",
    1,
    "specialArgs",
  ],
  [
    "imports that depend on an argument that is not passed",
    "{ inputs, ... }: { imports = [ inputs.a.nixosModules.b ]; }",
    "recursion-argument",
    1,
    "specialArgs = { inherit inputs; };",
  ],
  [
    "imports that depend on _module.args",
    "{ roles, ... }: { _module.args.roles = [ ./unused.nix ]; imports = roles; }",
    "recursion-argument",
    1,
    "specialArgs",
  ],
  [
    "a condition around the whole of config",
    '{ config, ... }: { config = if config.services.nginx.enable then { networking.hostName = "a"; } else { }; }',
    "recursion-whole-config",
    1,
    "config = lib.mkIf config.services.nginx.enable { … };",
  ],
  [
    "optionalAttrs around settings",
    '{ config, lib, ... }: { } // lib.optionalAttrs config.services.nginx.enable { networking.hostName = "a"; }',
    "recursion-whole-config",
    1,
    "lib.mkIf",
  ],
  [
    "the library of pkgs around settings",
    "{ pkgs, ... }: { config = pkgs.lib.mkIf true { services.nginx.enable = true; }; }",
    "recursion-whole-config",
    1,
    "take 'lib'",
  ],
  [
    "options that depend on config",
    '{ config, lib, ... }: { options = lib.optionalAttrs config.services.nginx.enable { my.a = lib.mkEnableOption "a"; }; }',
    "recursion-options",
    1,
    "lib.mkIf",
  ],
  [
    "an option that depends on itself",
    "{ config, lib, ... }: { services.nginx.enable = lib.mkIf config.services.nginx.enable true; }",
    "recursion-option",
    1,
    "'services.nginx.enable' depends on itself",
  ],
  [
    "options that depend on each other",
    `{ config, lib, ... }:\nlet cfg = config.services.nginx; in\n{\n  networking.hostName = lib.mkIf cfg.enable "web";\n  services.nginx.enable = config.networking.hostName == "web";\n}`,
    "recursion-option",
    5,
    "through 'networking.hostName'",
  ],
  [
    "an overlay that makes a package of itself",
    "{ pkgs, ... }: { nixpkgs.overlays = [ (final: prev: { hello = final.hello.overrideAttrs { }; }) ]; environment.systemPackages = [ pkgs.hello ]; }",
    "recursion-overlay",
    1,
    "prev.hello",
  ],
  [
    "an overlay that makes a package of pkgs",
    "{ pkgs, ... }: { nixpkgs.overlays = [ (self: super: { hello = pkgs.hello.overrideAttrs { }; }) ]; environment.systemPackages = [ pkgs.hello ]; }",
    "recursion-overlay",
    1,
    "super.hello",
  ],
  [
    "overlays that depend on pkgs",
    "{ pkgs, lib, ... }: { nixpkgs.overlays = lib.optional pkgs.stdenv.isLinux (final: prev: { }); }",
    "recursion-packages",
    1,
    "nixpkgs.overlays",
  ],
  [
    "a value that depends on itself",
    '{ ... }: let name = "a${name}"; in { networking.hostName = name; }',
    "recursion",
    1,
    "made of itself",
  ],
  [
    "an option that is misspelt in a home",
    `{\n  users.users.ry.isNormalUser = true;\n  home-manager.users.ry = {\n    home.stateVersion = "24.11";\n    programs.gti.enable = true;\n  };\n}`,
    "option-not-declared",
    5,
    "home-manager.users.ry.programs.git",
  ],
  [
    "an option of NixOS in a home",
    `{\n  users.users.ry.isNormalUser = true;\n  home-manager.users.ry = {\n    home.stateVersion = "24.11";\n    services.openssh.enable = true;\n  };\n}`,
    "option-not-declared",
    5,
    "outside of the home",
  ],
  [
    "an argument that is not passed to a home",
    `{\n  users.users.ry.isNormalUser = true;\n  home-manager.users.ry = { inputs, ... }: {\n    home.stateVersion = "24.11";\n    home.packages = [ inputs.a.b ];\n  };\n}`,
    "module-argument",
    3,
    "home-manager.extraSpecialArgs",
  ],
  [
    "an unfree package in a home",
    `{\n  users.users.ry.isNormalUser = true;\n  home-manager.useGlobalPkgs = true;\n  home-manager.users.ry = { pkgs, ... }: {\n    home.stateVersion = "24.11";\n    home.packages = [ pkgs.vscode ];\n  };\n}`,
    "package-refused",
    6,
    "in a module of the host",
  ],
  [
    "a home without an account",
    `{\n  home-manager.users.ry = {\n    home.stateVersion = "24.11";\n  };\n}`,
    "home-without-account",
    2,
    "users.users.ry.isNormalUser = true;",
  ],
];

const home: readonly Row[] = [
  ["an option that is misspelt, alone", "{ programs.gti.enable = true; }", "option-not-declared", 1, "'programs.git'"],
  ["an option of NixOS, alone", "{ services.openssh.enable = true; }", "option-not-declared", 1, "NixOS"],
  [
    "an argument that is not passed, alone",
    "{ inputs, ... }: { home.packages = [ inputs.a.b ]; }",
    "module-argument",
    1,
    "extraSpecialArgs = { inherit inputs; };",
  ],
  ["an unfree package, alone", "{ pkgs, ... }: { home.packages = [ pkgs.vscode ]; }", "package-refused", 1, "vscode"],
];

const darwin: readonly Row[] = [
  [
    "an option of NixOS on a Mac",
    "{ services.openssh.enable = true;\n  boot.loader.grub.enable = true; }",
    "option-not-declared",
    2,
    "NixOS",
  ],
  [
    "an option that is misspelt on a Mac",
    "{ system.defaults.dock.autohid = true; }",
    "option-not-declared",
    1,
    "autohide",
  ],
  ["an option of Home Manager on a Mac", '{ home.stateVersion = "24.11"; }', "option-not-declared", 1, "Home Manager"],
];

const rows = { nixos, home, darwin };

export const mistakes: readonly Mistake[] = (["nixos", "home", "darwin"] as const).flatMap((kind) =>
  rows[kind].map(([name, module, code, line, says]) => ({ name, kind, module, code, line, says })),
);
