{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayimg;
}
