{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.quasselDaemon;
}
