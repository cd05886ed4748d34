{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vesktop;
}
