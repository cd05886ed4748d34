{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swaynotificationcenter;
}
