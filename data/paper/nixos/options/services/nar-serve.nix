{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nar-serve;
}
