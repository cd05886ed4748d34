{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = !config.boot.isContainer;
  "font" = "${pkgs.grub2}/share/grub/unicode.pf2";
  "zfsPackage" = pkgs.zfs;
}
