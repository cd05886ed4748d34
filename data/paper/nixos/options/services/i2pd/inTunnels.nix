{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.keys" = name: "${name}-keys.dat";
  "<name>.name" = name: "${name}";
}
