{
  config,
  lib,
  options,
  pkgs,
}:
{
  "iconCache.enable" = config.services.xserver.enable;
}
