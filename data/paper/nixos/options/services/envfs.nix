{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.envfs;
}
