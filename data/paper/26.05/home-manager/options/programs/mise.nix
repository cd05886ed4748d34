{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mise;
}
