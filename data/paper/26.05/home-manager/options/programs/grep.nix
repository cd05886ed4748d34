{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gnugrep;
}
