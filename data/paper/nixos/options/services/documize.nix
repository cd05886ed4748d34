{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.documize-community;
}
