{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plugins" = [ pkgs.interception-tools-plugins.caps2esc ];
}
