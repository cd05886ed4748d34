/** What the rules for options find, and what only looks like it. */
import { Edit } from "@nivose/nix/syntax";
import { expect, test } from "vitest";
import { exampleLock, nixpkgsNode } from "../../src/check/flakes/example-lock.ts";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

const unknown = { ...everything, only: ["unknown-option"] };

/** `place: text → hint` of what is told of a module. */
async function told(module: string, ...only: readonly string[]): Promise<string[]> {
  const { findings } = await checkFiles(filesOf(module), { ...everything, only });
  return findings.map(({ at, text, hint }) => {
    const source = Buffer.from(module);
    const piece = at.range === undefined ? at.file : source.subarray(at.range.start, at.range.end).toString();
    return `${piece}: ${text}${hint === undefined ? "" : ` → ${hint}`}`;
  });
}

test("an option that is not declared, wherever it is defined", async () => {
  const module = `{ lib, config, ... }:
{
  imports = [ { services.openssh.setings.X11Forwarding = true; } ];
  config = lib.mkMerge [
    (lib.mkIf (config.networking.hostName == "") { services.nginx.enabel = true; })
    { services.ngnix.enable = true; }
    { services.ngnix.virtualHosts.a.root = "/a"; }
    {
      services.nginx.virtualHosts."a.b" = { forceSLS = true; };
      users.users.ada = { inherit (config.networking) hostName; };
    }
  ];
}
`;
  expect(await told(module, "unknown-option")).toEqual([
    "setings: there is no option 'services.openssh.setings' → did you mean 'services.openssh.settings'?",
    "enabel: there is no option 'services.nginx.enabel' → did you mean 'services.nginx.enable'?",
    "ngnix: there is no option 'services.ngnix' → did you mean 'services.nginx'?",
    `forceSLS: there is no option 'services.nginx.virtualHosts."a.b".forceSLS' → did you mean 'services.nginx.virtualHosts."a.b".forceSSL'?`,
    "hostName: there is no option 'users.users.ada.hostName'",
  ]);
});

test("a name too few, a name too many, and options of other kinds of hosts", async () => {
  const module = `{
  users.ada.isNormalUser = true;
  networking.allowedTCPPorts = [ 1 ];
  services.services.nginx.enable = true;
  nginx.enable = true;
  programs.git.userName = "a";
  system.defaults.dock.autohide = true;
  sops.secrets.x = { };
  boot.loder.grub.enable = true;
}
`;
  expect(await told(module, "unknown-option")).toEqual([
    "ada: there is no option 'users.ada' → did you mean 'users.users.ada'?",
    "allowedTCPPorts: there is no option 'networking.allowedTCPPorts' → did you mean 'networking.firewall.allowedTCPPorts'?",
    "services: there is no option 'services.services' → did you mean 'services.nginx.enable'?",
    "nginx: there is no option 'nginx' → did you mean 'services.nginx'?",
    "userName: there is no option 'programs.git.userName' → 'programs.git.userName' is an option of Home Manager: set it in 'home-manager.users.NAME', or in a module that Home Manager imports",
    "defaults: there is no option 'system.defaults' → 'system.defaults.dock.autohide' is an option of nix-darwin, and this host is one of NixOS",
    "sops: there is no option 'sops' → it comes with sops-nix: import its module, 'inputs.sops-nix.nixosModules.sops'",
    "loder: there is no option 'boot.loder' → did you mean 'boot.loader'?",
  ]);
});

test("what lacks in a module that is imported does not come with it", async () => {
  const module = `{ lib, ... }:
{
  options.home-manager.users = lib.mkOption { default = { }; };
  config.home-manager.ada.programs.git.enable = true;
}
`;
  expect(await told(module, "unknown-option")).toEqual(["ada: there is no option 'home-manager.ada'"]);
});

test("an option of a module that the host does not import", async () => {
  const { findings } = await checkFiles(
    filesOf({
      "machine.nix": "{\n  my.web.enable = true;\n}\n",
      "web.nix": '{ lib, ... }:\n{\n  options.my.web.enable = lib.mkEnableOption "web";\n}\n',
    }),
    unknown,
  );
  expect(
    findings.map(({ text, hint, related }) => ({ text, hint, related: related!.map(({ at }) => at.file) })),
  ).toEqual([
    {
      text: "there is no option 'my'",
      hint: "web.nix declares it, and is no part of machine: import it there",
      related: ["web.nix"],
    },
  ]);
});

test("what is declared after all is left alone", async () => {
  const module = `{ lib, config, ... }:
{
  options.my = lib.mkOption {
    type = lib.types.submodule { freeformType = lib.types.attrsOf lib.types.int; options.a = lib.mkOption { default = 1; }; };
  };
  config = {
    my.anything = 1;
    environment.variables.ANYTHING = "1";
    services.openssh.settings.Anything = "yes";
    systemd.services.a.serviceConfig.Anything = "x";
    environment.etc.a.text = "";
    boot.kernel.sysctl."a.b" = 1;
    nix.settings.anything = true;
    networking = lib.mkIf false { firewall = lib.mkForce { enable = false; }; };
    sound.enable = lib.mkIf false true;
  };
}
`;
  expect(await told(module, "unknown-option")).toEqual([]);
});

test("values of another type, each on its own, and in lists and sets", async () => {
  const module = `{ lib, pkgs, config, ... }:
{
  networking.firewall.allowedTCPPorts = [ 80 ] ++ [ "443" 100000 ];
  environment.systemPackages = with pkgs; [ helo "jq" ];
  environment.variables.FOO = { a = 1; };
  fileSystems."/x" = { device = 3; fsType = "ext4"; options = [ "a" null ]; };
  boot.loader.systemd-boot.configurationLimit = lib.mkIf true (lib.mkForce "5");
}
`;
  expect(await told(module, "wrong-type")).toEqual([
    `"443": an element of 'networking.firewall.allowedTCPPorts' takes a 16 bit unsigned integer; between 0 and 65535 (both inclusive), not "443" → write 443, without quotes`,
    "100000: an element of 'networking.firewall.allowedTCPPorts' takes a 16 bit unsigned integer; between 0 and 65535 (both inclusive), not 100000",
    `"jq": an element of 'environment.systemPackages' takes a package, not "jq" → a package is written without quotes, as 'pkgs.NAME'`,
    "{ a = 1; }: 'environment.variables.FOO' takes a (list of (signed integer or string or path)) or signed integer or string or path, not { a = 1; }",
    `3: 'fileSystems."/x".device' takes null or string (with check: non-empty), not 3 → put it into quotes`,
    `null: an element of 'fileSystems."/x".options' takes a string (with check: non-empty), not null`,
    `"5": 'boot.loader.systemd-boot.configurationLimit' takes null or signed integer, not "5" → write 5, without quotes`,
  ]);
});

test("packages that are not in the sets of nixpkgs", async () => {
  const module = `{ pkgs, ... }:
{
  programs.tmux.plugins = [ pkgs.tmuxPlugins.sensibel pkgs.tmuxPlugins.sensible ];
  environment.systemPackages = with pkgs; [
    libsForQt5.nothing-like-it
    xorg.xevv
    vscode-extensions.ms-python.pythom
    hunspellDicts.en_USS
    (with tmuxPlugins; yankk)
    (with pkgs.tmuxPlugins; resurrect)
  ];
}
`;
  expect(await told(module, "options")).toEqual([
    "sensibel: there is no package 'sensibel' in 'pkgs.tmuxPlugins' → did you mean 'sensible'?",
    "nothing-like-it: there is no package 'nothing-like-it' in 'libsForQt5'",
    "xevv: there is no package 'xevv' in 'xorg' → did you mean 'xev'?",
    "pythom: there is no package 'pythom' in 'vscode-extensions.ms-python' → did you mean 'python'?",
    "en_USS: there is no package 'en_USS' in 'hunspellDicts' → did you mean 'en_US'?",
    "yankk: there is no package 'yankk' in 'tmuxPlugins' → did you mean 'yank'?",
  ]);
});

test("values that only seem to be wrong, or that nobody looks at", async () => {
  const module = `{ lib, pkgs, ... }:
{
  imports = [ { time.timeZone = "Europe/Vienna"; } { time.timeZone = "Europe/Vienna"; } ];
  services.openssh.enable = lib.mkIf false "yes";
  services.nginx.enable = lib.mkMerge [ (lib.mkDefault "yes") true ];
  environment.systemPackages = [ pkgs.hello (lib.hiPrio pkgs.git) ] ++ lib.optional false pkgs.helo;
  environment.etc.a.source = pkgs.hello;
  networking.hostName = lib.mkForce "other";
  networking.extraHosts = "a";
  boot.kernelPackages = pkgs.linuxPackages_latest;
  users.users.ada = { isNormalUser = true; shell = pkgs.zsh; };
}
`;
  expect(await told(module, "wrong-type", "conflicting-definitions", "unknown-package")).toEqual([]);
});

test("names that options have no longer, and what mends them", async () => {
  const module = `{ lib, pkgs, ... }:
{
  sound.enable = true;
  networking.fqdn = "machine.example.org";
  services.openssh = { permitRootLogin = "no"; settings.X11Forwarding = false; };
  services.xserver = { layout = "us"; xkbOptions = lib.mkForce "a"; };
  nix.trustedUsers = [ "a" ];
  virtualisation.libvirtd.qemuOvmf = true;
  boot.tmpOnTmpfs = lib.mkIf false true;
  security.hideProcessInformation = lib.mkIf false true;
  networking.timeServers = [ "a" ];
}
`;
  expect(await told(module, "removed-option", "read-only-option")).toEqual([
    "sound: 'sound' was removed → The option was heavily overloaded and can be removed from most configurations.",
    "fqdn: 'networking.fqdn' is read-only, and is set here → remove the definition, and change what the option is computed from",
  ]);
  expect(await mended(module, "renamed-option")).toBe(`{ lib, pkgs, ... }:
{
  sound.enable = true;
  networking.fqdn = "machine.example.org";
  services.openssh = { settings.PermitRootLogin = "no"; settings.X11Forwarding = false; };
  services.xserver = { xkb.layout = "us"; xkb.options = lib.mkForce "a"; };
  nix.settings.trusted-users = [ "a" ];
  virtualisation.libvirtd.qemu.ovmf.enable = true;
  boot.tmpOnTmpfs = lib.mkIf false true;
  security.hideProcessInformation = lib.mkIf false true;
  networking.timeServers = [ "a" ];
}
`);
});

test("definitions that equal the default are taken out, if nothing else is said with them", async () => {
  const module = `{ lib, config, ... }:
{
  networking.firewall = {
    enable = true;
    # Somebody asked for it.
    allowPing = true;
    rejectPackets = false; # no
    logReversePathDrops = lib.mkDefault false;
    logRefusedPackets = lib.mkIf true false;
    checkReversePath = config.networking.firewall.enable;
  };
  services.openssh = { enable = true; openFirewall = true; };
  services.openssh.startWhenNeeded = true;
  imports = [ { services.openssh.startWhenNeeded = lib.mkDefault false; } ];
}
`;
  expect(await mended(module, "option-equal-to-default")).toBe(`{ lib, config, ... }:
{
  networking.firewall = {
    # Somebody asked for it.
    allowPing = true;
    rejectPackets = false; # no
    logReversePathDrops = lib.mkDefault false;
    logRefusedPackets = lib.mkIf true false;
    checkReversePath = config.networking.firewall.enable;
  };
  services.openssh = { enable = true;  };
  services.openssh.startWhenNeeded = true;
  imports = [ { services.openssh.startWhenNeeded = lib.mkDefault false; } ];
}
`);
});

test("what hosts do not have in common is not said twice, nor is it equal to the default", async () => {
  const host = (name: string): string =>
    `nixosConfigurations.${name} = nixpkgs.lib.nixosSystem { modules = [ ./base.nix ./${name}.nix ./shared.nix ]; };`;
  const fleet = {
    ...filesOf(""),
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  outputs = { nixpkgs, ... }: { ${host("one")} ${host("two")} };
}
`,
    "shared.nix":
      '{ config, ... }:\n{\n  services.openssh.enable = true;\n  networking.firewall.enable = config.networking.hostName == "one";\n}\n',
    "one.nix": '{ lib, ... }:\n{\n  networking.hostName = lib.mkForce "one";\n  services.openssh.enable = true;\n}\n',
    "two.nix": '{ lib, ... }:\n{\n  networking.hostName = lib.mkForce "two";\n  environment.variables.A = "a";\n}\n',
  };
  const { findings } = await checkFiles(fleet, {
    ...everything,
    only: ["defined-twice", "option-equal-to-default", "conflicting-definitions"],
  });
  expect(findings.map(({ code, text }) => `${code}: ${text}`)).toEqual([]);
});

test("a number or its text may be right in another release than that on paper", async () => {
  const files = filesOf(`{
  services.victoriametrics.retentionPeriod = 1200;
  services.openssh.enable = "yes";
}
`);
  const of = async (release: string): Promise<string[]> => {
    const ofRelease = Object.entries(files).map(([name, text]) => [name, text.replaceAll("nixos-24.11", release)]);
    const { findings } = await checkFiles(Object.fromEntries(ofRelease), { ...everything, only: ["wrong-type"] });
    return findings.map((it) => it.text);
  };
  const openssh = `'services.openssh.enable' takes a boolean, not "yes"`;
  expect(await of("nixos-24.11")).toEqual([
    "'services.victoriametrics.retentionPeriod' takes null or string, not 1200",
    openssh,
  ]);
  expect(await of("nixos-24.05")).toEqual([openssh]);
});

test("a conflict that the variant for a VM has as well is told once", async () => {
  const described = (text: string): string => `{ systemd.user.services.sun.unitConfig.Description = "${text}"; }\n`;
  const files = {
    ...filesOf(
      "{ config, ... }:\n{\n  imports = [ ./a.nix ./b.nix ];\n" +
        "  environment.variables.A = toString config.virtualisation.vmVariant.systemd.user.services.sun.unitConfig.Description;\n}\n",
    ),
    "a.nix": described("a"),
    "b.nix": described("b"),
  };
  const { findings } = await checkFiles(files, { ...everything, only: ["conflicting-definitions"] });
  expect(findings.map(({ text }) => text)).toEqual([
    `'systemd.user.services.sun.unitConfig.Description' is given "b" and "a"`,
  ]);
});

/** A module after all fixes of a rule. */
async function mended(module: string, code: string): Promise<string> {
  const { findings } = await checkFiles(filesOf(module), { ...everything, only: [code] });
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []).filter(({ file }) => file === "machine.nix");
  const bytes = Edit.applySplices(
    Buffer.from(module),
    edits.flatMap(({ splices }) => splices),
  );
  return Buffer.from(bytes).toString();
}

test("mistakes further out, and what is given to a group of options", async () => {
  const module = `{ lib, ... }:
{
  boot.loader = "seven";
  boot.lodder.x = 1;
  networking.firewall = lib.mkIf true true;
  users.users.users.jonas.isNormalUser = true;
  services.restic.backups.timerConfig.RandomizedDelaySec = "1h";
  nix.nix.settings.experimental-features = [ "flakes" ];
  gc.options = "a";
  warnnigs = [ "a" ];
  loader.grub.enable = true;
}
`;
  expect(await told(module, "options")).toEqual([
    `"seven": 'boot.loader' takes a set of options, not "seven"`,
    "lodder: there is no option 'boot.lodder' → did you mean 'boot.loader'?",
    "true: 'networking.firewall' takes a set of options, not true",
    "jonas: there is no option 'users.users.users.jonas' → did you mean 'users.users.jonas' or 'users.users.users.isNormalUser'?",
    "RandomizedDelaySec: there is no option 'services.restic.backups.timerConfig.RandomizedDelaySec' → did you mean 'services.restic.backups.<name>.timerConfig.RandomizedDelaySec'?",
    "nix: there is no option 'nix.nix' → did you mean 'nix.settings.experimental-features'?",
    "gc: there is no option 'gc' → did you mean 'nix.gc' or 'fileSystems.gc'?",
    "warnnigs: there is no option 'warnnigs' → did you mean 'warnings'?",
    "loader: there is no option 'loader' → did you mean 'boot.loader'?",
  ]);
});

test("a module that is written within the flake is looked at like one in a file", async () => {
  const flake = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  outputs = { nixpkgs, ... }: {
    nixosConfigurations.luna = nixpkgs.lib.nixosSystem {
      modules = [ { services.nginx.enabel = true; services.openssh.enable = "yes"; } ];
    };
  };
}
`;
  const { findings } = await checkFiles(
    { "flake.nix": flake },
    { ...everything, only: ["unknown-option", "wrong-type"] },
  );
  expect(findings.map(({ rule, at }) => [rule, at.file])).toEqual([
    ["unknown-option", "flake.nix"],
    ["wrong-type", "flake.nix"],
  ]);
});

test("a value that cannot be evaluated hides none of the others, and what paper may not know is left alone", async () => {
  const text = `{ config, lib, ... }:
{
  networking.domain = lib.mkDefualt "a";
  networking.hostName = lib.mkForce (toString (throw "later"));
  environment.etc.a.text = config.users.users.nginx.home;
  environment.etc.b.text = config.systemd.services.nginx.serviceConfig.ExecStart;
  environment.etc.d.text = if false then throw "no" else "d";
  environment.etc.e.text = config.services.grafana.settings.server.http_addr or "e";
}
`;
  const { findings } = await checkFiles(filesOf(text), { ...everything, only: ["broken-value"] });
  expect(findings.map((each) => each.text)).toEqual([
    "there is no 'mkDefualt' in 'lib'",
    "'networking.hostName' has no value: later",
  ]);
});

test("an input of another release lowers the class of what is from it alone", async () => {
  const lock = exampleLock(
    { nixpkgs: nixpkgsNode({}), unstable: nixpkgsNode({ ref: "nixos-unstable", locked: 1_735_500_000 }) },
    { nixpkgs: "nixpkgs", unstable: "unstable" },
  );
  const flake = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  inputs.unstable.url = "github:NixOS/nixpkgs/nixos-unstable";
  outputs = { nixpkgs, unstable, ... }: let
    machine = from: module: from.lib.nixosSystem {
      modules = [ ./base.nix module ];
      specialArgs.newer = unstable.legacyPackages.x86_64-linux;
    };
  in {
    nixosConfigurations.old = machine nixpkgs ./old.nix;
    nixosConfigurations.new = machine unstable ./new.nix;
  };
}
`;
  const module = `{ newer, ... }:
{
  services.ngnix.enable = true;
  environment.systemPackages = [ newer.ripgerp newer.not-known-yet newer.python319 ];
}
`;
  const { findings } = await checkFiles(
    { ...filesOf({ "old.nix": module, "new.nix": module }), "flake.nix": flake, "flake.lock": lock },
    { ...everything, only: ["options"] },
  );
  expect(findings.map((each) => `${each.at.file} ${each.code}: ${each.class}`)).toEqual([
    "new.nix unknown-option: heuristic",
    "new.nix broken-value: heuristic",
    "old.nix unknown-option: paper",
    "old.nix broken-value: heuristic",
  ]);
});
