{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.prosody;
}
