{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.man;
}
