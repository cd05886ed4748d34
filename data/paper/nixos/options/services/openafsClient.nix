{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packages.module" = config.boot.kernelPackages.openafs;
}
