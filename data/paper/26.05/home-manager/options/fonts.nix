{
  config,
  lib,
  options,
  pkgs,
}:
{
  "fontconfig.configFile.<name>.label" = name: "${name}";
}
