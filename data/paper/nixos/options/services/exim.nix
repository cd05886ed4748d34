{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.exim;
}
