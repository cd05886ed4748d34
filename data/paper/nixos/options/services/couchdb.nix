{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.couchdb3;
}
