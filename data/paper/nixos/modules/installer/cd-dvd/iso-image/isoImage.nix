{
  config,
  lib,
  options,
  pkgs,
}:
{
  "grubTheme" = pkgs.nixos-grub2-theme;
  "isoBaseName" = config.system.nixos.distroId;
  "isoName" = "${config.isoImage.isoBaseName}.iso";
  "makeBiosBootable" = pkgs.stdenv.buildPlatform.isx86 && pkgs.stdenv.hostPlatform.isx86;
  "volumeID" = "nixos${lib.optionalString (config.isoImage.edition != "") "-${config.isoImage.edition}"}-${config.system.nixos.release}-${pkgs.stdenv.hostPlatform.uname.processor}";
}
