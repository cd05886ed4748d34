{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rmpc;
}
