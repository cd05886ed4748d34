{
  config,
  lib,
  options,
  pkgs,
}:
{
  "gsp.enable" = config.hardware.nvidia.open == true || lib.versionAtLeast config.hardware.nvidia.package.version "555";
  "modesetting.enable" = let cfg = config.hardware.nvidia; in
lib.versionAtLeast cfg.package.version "535";
  "open" = if lib.versionOlder config.hardware.nvidia.package.version "560" then false else null;
}
