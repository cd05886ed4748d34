{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vmagent;
}
