{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.v2ray;
}
