{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.radvd;
}
