{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.herbstluftwm;
}
