{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lieer;
}
