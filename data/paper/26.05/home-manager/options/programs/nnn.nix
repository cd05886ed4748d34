{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nnn;
}
