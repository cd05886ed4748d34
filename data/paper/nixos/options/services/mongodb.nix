{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mongodb;
}
