{
  config,
  lib,
  options,
  pkgs,
}:
{
  "vmDerivationName" = "nixos-vmware-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}";
  "vmFileName" = "nixos-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}.vmdk";
}
