{
  config,
  lib,
  options,
  pkgs,
}:
{
  "knownHosts.<name>.hostNames" = name: [ name ] ++ config.services.openssh.knownHosts.${name}.extraHostNames;
  "package" = let inherit (config) programs; in
programs.ssh.package;
}
