{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rizin;
}
