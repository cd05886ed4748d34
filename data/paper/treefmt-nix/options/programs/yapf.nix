{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yapf;
}
