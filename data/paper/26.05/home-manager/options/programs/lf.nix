{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lf;
}
