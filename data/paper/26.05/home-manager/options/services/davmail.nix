{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.davmail;
}
