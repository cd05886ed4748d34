{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.timidity;
}
