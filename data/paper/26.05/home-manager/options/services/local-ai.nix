{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.local-ai;
}
