{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.animdl;
}
