{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.caffeine-ng;
}
