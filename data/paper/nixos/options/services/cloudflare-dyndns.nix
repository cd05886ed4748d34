{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cloudflare-dyndns;
}
