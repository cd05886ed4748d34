{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vaultwarden;
  "webVaultPackage" = pkgs.vaultwarden.webvault;
}
