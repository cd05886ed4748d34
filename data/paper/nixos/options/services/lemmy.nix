{
  config,
  lib,
  options,
  pkgs,
}:
{
  "server.package" = pkgs.lemmy-server;
  "ui.package" = pkgs.lemmy-ui;
}
