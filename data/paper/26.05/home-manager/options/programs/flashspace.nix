{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flashspace;
}
