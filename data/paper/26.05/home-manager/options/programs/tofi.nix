{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tofi;
}
