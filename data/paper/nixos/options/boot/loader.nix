{
  config,
  lib,
  options,
  pkgs,
}:
{
  "grub.enable" = !config.boot.isContainer;
  "grub.font" = "${pkgs.grub2}/share/grub/unicode.pf2";
}
