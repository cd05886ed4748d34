{
  config,
  lib,
  options,
  pkgs,
}:
{
  "darwin.copyApps.enable" = pkgs.stdenv.hostPlatform.isDarwin && (lib.versionAtLeast config.home.stateVersion "25.11");
  "darwin.linkApps.enable" = pkgs.stdenv.hostPlatform.isDarwin && (lib.versionOlder config.home.stateVersion "25.11");
  "genericLinux.gpu.enable" = config.targets.genericLinux.enable && config.targets.genericLinux.nixGL.packages == null;
  "genericLinux.gpu.packages" = pkgs;
}
