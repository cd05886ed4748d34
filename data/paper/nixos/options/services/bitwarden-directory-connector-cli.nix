{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bitwarden-directory-connector-cli;
}
