{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.mountPoint" = name: name;
}
