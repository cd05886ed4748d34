{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.grype;
}
