{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sks;
}
