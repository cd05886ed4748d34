{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.keybase;
}
