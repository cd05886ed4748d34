{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firefoxpwa;
  "profiles.<name>.name" = name: "${name}";
  "profiles.<name>.sites.<name>.name" = name1: name: "${name1}";
}
