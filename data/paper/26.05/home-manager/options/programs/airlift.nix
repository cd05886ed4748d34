{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.airlift;
}
