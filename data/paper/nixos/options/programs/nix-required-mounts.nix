{
  config,
  lib,
  options,
  pkgs,
}:
{
  "allowedPatterns" = {
  opengl.paths = config.hardware.opengl.extraPackages ++ [
    config.hardware.opengl.package
    pkgs.addDriverRunpath.driverLink
    "/dev/dri"
  ];
};
  "allowedPatterns.<name>.onFeatures" = name: [ ("${name}") ];
}
