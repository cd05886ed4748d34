{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cryptpad;
}
