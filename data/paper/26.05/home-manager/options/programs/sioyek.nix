{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sioyek;
}
