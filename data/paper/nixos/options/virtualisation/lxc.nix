{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lxc;
}
