{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.dataPath" = name: "/var/lib/pantalaimon-${name}";
}
