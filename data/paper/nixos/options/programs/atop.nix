{
  config,
  lib,
  options,
  pkgs,
}:
{
  "netatop.package" = config.boot.kernelPackages.netatop;
  "package" = pkgs.atop;
}
