{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dnscrypt-proxy;
}
