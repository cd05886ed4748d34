{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gdtoolkit_4;
}
