{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.matterbridge;
}
