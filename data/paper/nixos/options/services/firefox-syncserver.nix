{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.syncstorage-rs;
}
