{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enableNg" = config.system.switch.enable;
}
