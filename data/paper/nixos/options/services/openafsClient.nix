{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packages.module" = config.boot.kernelPackages.openafs;
  "packages.programs" = let inherit (lib) getBin; in
getBin pkgs.openafs;
}
