{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.headscale;
}
