{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.package" = name: pkgs.consul-template;
}
