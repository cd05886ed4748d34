{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = let inherit (config) programs; in
programs.ssh.package;
}
