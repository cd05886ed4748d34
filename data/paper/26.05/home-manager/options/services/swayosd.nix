{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayosd;
}
