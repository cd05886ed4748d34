{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mihomo;
}
