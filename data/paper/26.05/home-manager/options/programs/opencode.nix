{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opencode;
}
