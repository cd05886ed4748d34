{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yambar;
}
