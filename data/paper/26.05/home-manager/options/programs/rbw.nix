{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rbw;
}
