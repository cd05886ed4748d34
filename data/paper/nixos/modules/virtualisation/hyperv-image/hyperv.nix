{
  config,
  lib,
  options,
  pkgs,
}:
{
  "vmDerivationName" = "nixos-hyperv-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}";
  "vmFileName" = "nixos-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}.vhdx";
}
