{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = (config.services.xserver.enable || config.services.displayManager.enable);
}
