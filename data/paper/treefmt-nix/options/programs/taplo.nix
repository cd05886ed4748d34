{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.taplo;
}
