{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hatsu;
}
