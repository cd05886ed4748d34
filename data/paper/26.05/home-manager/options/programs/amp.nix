{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.amp;
}
