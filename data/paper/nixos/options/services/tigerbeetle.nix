{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tigerbeetle;
}
