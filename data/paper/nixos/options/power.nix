{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ups.upsmon.monitor.<name>.system" = name: "${name}";
}
