{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.name" = name: name;
}
