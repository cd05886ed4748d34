{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gatus;
}
