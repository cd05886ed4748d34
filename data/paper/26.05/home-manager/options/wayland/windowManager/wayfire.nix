{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wayfire;
  "plugins" = with pkgs.wayfirePlugins; [ wf-shell ];
  "wf-shell.package" = pkgs.wayfirePlugins.wf-shell;
}
