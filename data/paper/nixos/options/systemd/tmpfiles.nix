{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings.<name>.<name>.<name>.type" = name1: name2: name: "${name1}";
}
