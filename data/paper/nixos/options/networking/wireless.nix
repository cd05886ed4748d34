{
  config,
  lib,
  options,
  pkgs,
}:
{
  "iwd.package" = pkgs.iwd;
}
