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
in
{
  # The data say nothing of defaults of internal options.
  "assertions" = withDefault [ ];
  "warnings" = withDefault [ ];
  "system.nixos.distroId" = withDefault "nixos";
  "system.nixos.distroName" = withDefault "NixOS";
  "system.nixos.vendorId" = withDefault "nixos";
  "system.nixos.vendorName" = withDefault "NixOS";
  "system.nixos.release" = withDefault lib.trivial.release;
  "system.nixos.codeName" = withDefault lib.trivial.codeName;
  # These depend on the revision of nixpkgs.
  "system.nixos.revision" = withDefault (unknown "system.nixos.revision");
  "system.nixos.versionSuffix" = withDefault (unknown "system.nixos.versionSuffix");

  # That it is the flake of the same entry is a definition inside of NixOS.
  "nix.registry.<name>.to" = withDefault (unknown "what an entry of nix.registry leads to");

  "containers.<name>.config" = option: option // { type = container; };

  # What NixOS makes of it has the same attributes.
  "boot.kernelPackages" = option: removeAttrs option [ "apply" ];

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
