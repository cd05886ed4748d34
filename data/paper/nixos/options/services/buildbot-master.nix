{
  config,
  lib,
  options,
  pkgs,
}:
{
  "buildbotDir" = "${config.services.buildbot-master.home}/master";
  "package" = pkgs.buildbot-full;
  "packages" = [ pkgs.git ];
  "pythonPackages" = pythonPackages: with pythonPackages; [ ];
}
