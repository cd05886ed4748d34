{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kthxbye;
}
