{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.redmine;
}
