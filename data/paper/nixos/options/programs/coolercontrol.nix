{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nvidiaSupport" = lib.elem "nvidia" config.services.xserver.videoDrivers;
}
