{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wgsl-analyzer;
}
