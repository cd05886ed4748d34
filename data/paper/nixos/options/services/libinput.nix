{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = config.services.xserver.enable;
}
