{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostName" = config.networking.fqdn;
  "package" = pkgs.smokeping;
  "presentationTemplate" = "${pkgs.smokeping}/etc/basepage.html.dist";
  "probeConfig" = ''
  + FPing
  binary = ${config.security.wrapperDir}/fping
'';
}
