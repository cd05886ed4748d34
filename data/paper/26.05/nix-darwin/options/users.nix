{
  config,
  lib,
  options,
  pkgs,
}:
{
  "groups.<name>.name" = name: "${name}";
  "users.<name>.name" = name: "${name}";
}
