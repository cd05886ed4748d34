{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.trayer;
}
