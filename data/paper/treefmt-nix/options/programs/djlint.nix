{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.djlint;
}
