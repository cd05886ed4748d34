{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.oddjob;
}
