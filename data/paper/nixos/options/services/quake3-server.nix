{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ioquake3;
}
