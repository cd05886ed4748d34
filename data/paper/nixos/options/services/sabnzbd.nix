{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sabnzbd;
}
