{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mr;
}
