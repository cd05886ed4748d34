{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = config.boot.kernelPackages.corefreq;
}
