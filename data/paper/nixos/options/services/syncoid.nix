{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sanoid;
}
