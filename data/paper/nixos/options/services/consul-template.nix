{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.package" = name: pkgs.consul-template;
  "instances.<name>.settings.pid_file" = name: "/run/consul-template/${name}.pid";
}
