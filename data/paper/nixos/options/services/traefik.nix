{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.traefik;
}
