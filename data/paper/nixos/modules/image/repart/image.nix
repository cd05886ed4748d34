{
  config,
  lib,
  options,
  pkgs,
}:
{
  "repart.package" = pkgs.buildPackages.systemd;
  "repart.version" = config.system.image.version;
}
