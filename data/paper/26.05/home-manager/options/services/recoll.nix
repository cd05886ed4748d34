{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.recoll;
}
