{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dockfmt;
}
