{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wleave;
}
