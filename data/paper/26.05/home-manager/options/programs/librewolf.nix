{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.librewolf;
  "profiles.<name>.containers.<name>.name" = name1: name: "${name1}";
  "profiles.<name>.name" = name: "${name}";
  "profiles.<name>.path" = name: "${name}";
}
