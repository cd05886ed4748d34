{
  config,
  lib,
  options,
  pkgs,
}:
{
  "modems.<name>.name" = name: name;
}
