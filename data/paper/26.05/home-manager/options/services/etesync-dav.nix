{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.etesync-dav;
}
