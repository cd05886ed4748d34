{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bars.*.fonts.size" = name: 8.0;
  "fonts.size" = 8.0;
}
