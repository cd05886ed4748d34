{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pls;
}
