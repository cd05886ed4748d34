{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jrnl;
}
