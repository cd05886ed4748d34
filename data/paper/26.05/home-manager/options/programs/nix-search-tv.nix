{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enableTelevisionIntegration" = config.programs.television.enable;
  "package" = pkgs.nix-search-tv;
}
