{
  config,
  lib,
  options,
  pkgs,
}:
{
  "notoPackage" = pkgs.noto-fonts;
}
