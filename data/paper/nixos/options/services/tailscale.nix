{
  config,
  lib,
  options,
  pkgs,
}:
{
  "derper.package" = pkgs.tailscale.derper;
  "package" = pkgs.tailscale;
}
