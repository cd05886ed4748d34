{
  config,
  lib,
  options,
  pkgs,
}:
{
  "accounts.<name>.name" = name: name;
}
