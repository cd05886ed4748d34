{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nitter;
  "server.staticDir" = "${config.services.nitter.package}/share/nitter/public";
}
