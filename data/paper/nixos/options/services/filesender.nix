{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.filesender;
}
