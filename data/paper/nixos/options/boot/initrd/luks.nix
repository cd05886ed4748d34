{
  config,
  lib,
  options,
  pkgs,
}:
{
  "devices.<name>.name" = name: "${name}";
}
