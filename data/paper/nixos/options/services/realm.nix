{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.realm;
}
