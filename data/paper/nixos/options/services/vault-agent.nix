{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.package" = name: pkgs.vault;
  "instances.<name>.settings.pid_file" = name: "/run/vault-agent/${name}.pid";
}
