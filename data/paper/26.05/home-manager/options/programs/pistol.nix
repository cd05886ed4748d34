{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pistol;
}
