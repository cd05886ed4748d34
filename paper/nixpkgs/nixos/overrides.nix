# What is known of options beyond the data.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  unknown = import ../declare/unknown.nix;
  withDefault = default: option: option // { inherit default; };

  # A system within this one.
  container = lib.mkOptionType {
    name = "Toplevel NixOS config";
    merge =
      loc: definitions:
      let
        inherit (config.containers.${builtins.elemAt loc 1}) specialArgs;
        within = {
          nixpkgs.hostPlatform = pkgs.stdenv.hostPlatform;
          boot.isContainer = true;
          networking = {
            hostName = lib.mkDefault (builtins.elemAt loc 1);
            useDHCP = false;
          };
        };
      in
      (import ./lib/eval-config.nix {
        inherit lib specialArgs;
        modules = [ within ] ++ map (definition: definition.value) definitions;
        prefix = [
          "containers"
          (builtins.elemAt loc 1)
        ];
        system = null;
      }).config;
  };

  # NixOS looks at two settings of services itself, whatever their weight.
  checked =
    option:
    option
    // {
      type = lib.types.addCheck option.type (
        settings:
        builtins.all (
          name: !settings ? ${name} || builtins.elem (plain settings.${name}) knownSettings.${name}
        ) (builtins.attrNames knownSettings)
      );
    };
  plain =
    value:
    if
      builtins.elem (value._type or "") [
        "override"
        "if"
      ]
    then
      value.content
    else
      value;
  knownSettings = {
    Type = [
      "simple"
      "exec"
      "forking"
      "oneshot"
      "dbus"
      "notify"
      "notify-reload"
      "idle"
    ];
    Restart = [
      "no"
      "always"
      "on-success"
      "on-failure"
      "on-abnormal"
      "on-abort"
    ];
  };
in
import ../declare/changed.nix { inherit lib; } (import ./changed-options.nix)
// {
  "systemd.services.<name>.serviceConfig" = checked;
  "systemd.user.services.<name>.serviceConfig" = checked;
  "boot.initrd.systemd.services.<name>.serviceConfig" = checked;

  # The data say nothing of defaults of internal options.
  "assertions" = withDefault [ ];
  "warnings" = withDefault [ ];
  "system.nixos.distroId" = withDefault "nixos";
  "system.nixos.distroName" = withDefault "NixOS";
  "system.nixos.vendorId" = withDefault "nixos";
  "system.nixos.vendorName" = withDefault "NixOS";
  "system.nixos.release" = withDefault (
    if
      builtins.any (about: about.otherReleaseOf or null == "nixpkgs") (config._module.opaque or [ ])
    then
      unknown "system.nixos.release"
    else
      lib.trivial.release
  );
  "system.nixos.codeName" = withDefault lib.trivial.codeName;
  # These depend on the revision of nixpkgs.
  "system.nixos.revision" = withDefault (unknown "system.nixos.revision");
  "system.nixos.versionSuffix" = withDefault (unknown "system.nixos.versionSuffix");

  # As the entry is called, unless something says otherwise.
  "security.pam.services.<name>.name" = withDefault (unknown "the name of a service of PAM");

  # The module of Bash defines it.
  "users.defaultUserShell" = withDefault pkgs.bashInteractive;

  # That it is the flake of the same entry is a definition inside of NixOS.
  "nix.registry.<name>.to" = withDefault (unknown "what an entry of nix.registry leads to");

  "containers.<name>.config" = option: option // { type = container; };

  # NixOS extends it, and what that gives has the same attributes. What a function is not known to give is a package.
  "boot.kernelPackages" =
    option:
    option
    // {
      apply = packages: if lib.isDerivation packages then packages else builtins.seq packages.extend packages;
    };

  "nixpkgs.flake.setNixPath" = withDefault (config.nixpkgs.flake.source != null);
  "nixpkgs.flake.setFlakeRegistry" = withDefault (config.nixpkgs.flake.source != null);

  "networking.fqdn" = withDefault (
    if config.networking.hostName != "" && config.networking.domain != null then
      "${config.networking.hostName}.${config.networking.domain}"
    else
      throw ''
        The FQDN is required but cannot be determined. Please make sure that
        both networking.hostName and networking.domain are set properly.
      ''
  );
  "system.name" = withDefault (
    if config.networking.hostName == "" then "unnamed" else config.networking.hostName
  );
}
