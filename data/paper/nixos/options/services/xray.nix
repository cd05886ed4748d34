{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xray;
}
