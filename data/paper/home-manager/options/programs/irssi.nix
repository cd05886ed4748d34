{
  config,
  lib,
  options,
  pkgs,
}:
{
  "networks.<name>.name" = name: "${name}";
}
