{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pass-secret-service;
}
