{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cloudflared;
}
