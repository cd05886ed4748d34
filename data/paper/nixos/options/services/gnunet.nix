{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gnunet;
}
