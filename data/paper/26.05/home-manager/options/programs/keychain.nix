{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.keychain;
}
