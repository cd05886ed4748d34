{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packages" = [ pkgs.stdenv pkgs.jre pkgs.git config.programs.ssh.package pkgs.nix ];
  "startupOptions" = [
  "-Xms${config.services.gocd-server.initialJavaHeapSize}"
  "-Xmx${config.services.gocd-server.maxJavaHeapMemory}"
  "-Dcruise.listen.host=${config.services.gocd-server.listenAddress}"
  "-Duser.language=en"
  "-Djruby.rack.request.size.threshold.bytes=30000000"
  "-Duser.country=US"
  "-Dcruise.config.dir=${config.services.gocd-server.workDir}/conf"
  "-Dcruise.config.file=${config.services.gocd-server.workDir}/conf/cruise-config.xml"
  "-Dcruise.server.port=${toString config.services.gocd-server.port}"
  "-Dcruise.server.ssl.port=${toString config.services.gocd-server.sslPort}"
  "--add-opens=java.base/java.lang=ALL-UNNAMED"
  "--add-opens=java.base/java.util=ALL-UNNAMED"
];
}
