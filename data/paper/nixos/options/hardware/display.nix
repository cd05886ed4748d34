{
  config,
  lib,
  options,
  pkgs,
}:
{
  "edid.enable" = config.hardware.display.edid.packages != null;
}
