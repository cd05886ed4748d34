{
  config,
  lib,
  options,
  pkgs,
}:
{
  "keyboards.<name>.name" = name: name;
  "package" = pkgs.kmonad;
}
