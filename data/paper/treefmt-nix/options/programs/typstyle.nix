{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.typstyle;
}
