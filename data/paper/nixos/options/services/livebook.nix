{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.livebook;
}
