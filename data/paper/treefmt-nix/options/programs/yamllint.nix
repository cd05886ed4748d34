{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yamllint;
}
