{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shorewall;
}
