{
  config,
  lib,
  options,
  pkgs,
}:
{
  "vmDerivationName" = "nixos-ova-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}";
  "vmFileName" = "nixos-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}.ova";
  "vmName" = "${config.system.nixos.distroName} ${config.system.nixos.label} (${pkgs.stdenv.hostPlatform.system})";
}
