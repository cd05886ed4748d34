{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.isolate-unwrapped;
}
