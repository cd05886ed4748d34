{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.profile-sync-daemon;
}
