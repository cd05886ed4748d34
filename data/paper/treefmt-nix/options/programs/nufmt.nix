{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nufmt;
}
