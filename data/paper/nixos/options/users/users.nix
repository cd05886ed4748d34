{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.name" = name: name;
  "<name>.shell" = name: pkgs.shadow;
}
