{
  config,
  lib,
  options,
  pkgs,
}:
{
  "workers.<name>.name" = name: "${name}";
}
