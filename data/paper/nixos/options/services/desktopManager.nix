{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plasma6.notoPackage" = pkgs.noto-fonts;
}
