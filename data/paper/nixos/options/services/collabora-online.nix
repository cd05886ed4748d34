{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.collabora-online;
}
