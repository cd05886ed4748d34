{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lighttpd;
}
