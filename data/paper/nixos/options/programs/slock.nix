{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.slock;
}
