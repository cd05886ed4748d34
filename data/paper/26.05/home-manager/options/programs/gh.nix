{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gh;
}
