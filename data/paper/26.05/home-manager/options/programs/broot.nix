{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.broot;
}
