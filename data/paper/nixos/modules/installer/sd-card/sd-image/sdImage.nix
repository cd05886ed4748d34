{
  config,
  lib,
  options,
  pkgs,
}:
{
  "imageName" = "${config.sdImage.imageBaseName}-${config.system.nixos.label}-${pkgs.stdenv.hostPlatform.system}.img";
}
