{
  config,
  lib,
  options,
  pkgs,
}:
{
  "plugins" = plugins: [];
}
