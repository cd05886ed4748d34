{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wayfire;
  "plugins" = with pkgs.wayfirePlugins; [ wcm wf-shell ];
}
