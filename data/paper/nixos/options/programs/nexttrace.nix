{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nexttrace;
}
