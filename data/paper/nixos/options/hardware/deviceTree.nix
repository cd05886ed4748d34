{
  config,
  lib,
  options,
  pkgs,
}:
{
  "kernelPackage" = config.boot.kernelPackages.kernel;
}
