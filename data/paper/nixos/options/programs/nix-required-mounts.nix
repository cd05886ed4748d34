{
  config,
  lib,
  options,
  pkgs,
}:
{
  "allowedPatterns.<name>.onFeatures" = name: [
  "${name}"
];
  "allowedPatterns" = {
  opengl.paths = config.hardware.opengl.extraPackages ++ [
    config.hardware.opengl.package
    pkgs.addDriverRunpath.driverLink
    "/dev/dri"
  ];
};
}
