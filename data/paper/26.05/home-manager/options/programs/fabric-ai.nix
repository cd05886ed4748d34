{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fabric-ai;
}
