{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.routedns;
}
