{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opentofu;
}
