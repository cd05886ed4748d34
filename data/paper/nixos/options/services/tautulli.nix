{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tautulli;
}
