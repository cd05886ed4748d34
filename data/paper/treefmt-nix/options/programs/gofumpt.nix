{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gofumpt;
}
