{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.buildifier;
}
