{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.afew;
}
