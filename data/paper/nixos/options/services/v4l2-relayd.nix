{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.name" = name: "${name}";
}
