{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.speechd;
}
