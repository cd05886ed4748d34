{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.streamdeck-ui;
}
