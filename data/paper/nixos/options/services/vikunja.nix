{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vikunja;
}
