{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alistral;
}
