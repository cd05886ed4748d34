{
  config,
  lib,
  options,
  pkgs,
}:
{
  "buildbotDir" = "${config.services.buildbot-worker.home}/worker";
  "package" = pkgs.buildbot-worker;
  "packages" = [ pkgs.git ];
}
