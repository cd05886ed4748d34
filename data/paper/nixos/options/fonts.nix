{
  config,
  lib,
  options,
  pkgs,
}:
{
  "fontDir.decompressFonts" = config.programs.xwayland.enable;
}
