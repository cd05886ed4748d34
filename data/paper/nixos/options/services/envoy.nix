{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.envoy;
}
