{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mbpfan;
}
