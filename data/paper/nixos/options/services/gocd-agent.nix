{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packages" = [ pkgs.stdenv pkgs.jre pkgs.git config.programs.ssh.package pkgs.nix ];
  "startupOptions" = [
  "-Xms${config.services.gocd-agent.initialJavaHeapSize}"
  "-Xmx${config.services.gocd-agent.maxJavaHeapMemory}"
  "-Djava.io.tmpdir=/tmp"
  "-Dcruise.console.publish.interval=10"
  "-Djava.security.egd=file:/dev/./urandom"
];
}
