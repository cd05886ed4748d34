{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vivid;
}
