{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.microbin;
}
