{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.send;
}
