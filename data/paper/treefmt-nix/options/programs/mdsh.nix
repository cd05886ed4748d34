{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mdsh;
}
