{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bee;
}
