{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.privatebin;
}
