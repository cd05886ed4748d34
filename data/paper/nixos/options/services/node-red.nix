{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.node-red;
}
