{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tailscale-nginx-auth;
}
