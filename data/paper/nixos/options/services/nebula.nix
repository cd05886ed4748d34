{
  config,
  lib,
  options,
  pkgs,
}:
{
  "networks.<name>.package" = name: pkgs.nebula;
}
