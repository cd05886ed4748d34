{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tailscale;
}
