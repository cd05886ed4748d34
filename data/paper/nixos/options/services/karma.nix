{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.karma;
}
