{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.pam;
}
