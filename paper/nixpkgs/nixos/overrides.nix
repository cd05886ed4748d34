# What is known of options beyond the data.
{ config, lib, ... }:
let
  unknown = import ../declare/unknown.nix;
  withDefault = default: option: option // { inherit default; };
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

  "system.name" = withDefault (
    if config.networking.hostName == "" then "unnamed" else config.networking.hostName
  );
}
