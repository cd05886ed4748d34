{
  config,
  lib,
  options,
  pkgs,
}:
{
  "config.bars.*.fonts.size" = name: 8.0;
  "config.fonts.size" = 8.0;
}
