{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tinyproxy;
}
