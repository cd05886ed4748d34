{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pimsync;
}
