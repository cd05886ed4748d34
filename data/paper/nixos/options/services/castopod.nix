{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.castopod;
}
