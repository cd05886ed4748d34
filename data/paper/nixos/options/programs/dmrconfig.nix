{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dmrconfig;
}
