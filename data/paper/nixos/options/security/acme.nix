{
  config,
  lib,
  options,
  pkgs,
}:
{
  "certs.<name>.credentialFiles" = name: config.security.acme.defaults.credentialFiles;
  "certs.<name>.directory" = name: "/var/lib/acme/${name}";
  "certs.<name>.dnsPropagationCheck" = name: config.security.acme.defaults.dnsPropagationCheck;
  "certs.<name>.dnsProvider" = name: config.security.acme.defaults.dnsProvider;
  "certs.<name>.dnsResolver" = name: config.security.acme.defaults.dnsResolver;
  "certs.<name>.domain" = name: "${name}";
  "certs.<name>.email" = name: config.security.acme.defaults.email;
  "certs.<name>.enableDebugLogs" = name: config.security.acme.defaults.enableDebugLogs;
  "certs.<name>.environmentFile" = name: config.security.acme.defaults.environmentFile;
  "certs.<name>.extraLegoFlags" = name: config.security.acme.defaults.extraLegoFlags;
  "certs.<name>.extraLegoRenewFlags" = name: config.security.acme.defaults.extraLegoRenewFlags;
  "certs.<name>.extraLegoRunFlags" = name: config.security.acme.defaults.extraLegoRunFlags;
  "certs.<name>.group" = name: config.security.acme.defaults.group;
  "certs.<name>.keyType" = name: config.security.acme.defaults.keyType;
  "certs.<name>.ocspMustStaple" = name: config.security.acme.defaults.ocspMustStaple;
  "certs.<name>.postRun" = name: config.security.acme.defaults.postRun;
  "certs.<name>.reloadServices" = name: config.security.acme.defaults.reloadServices;
  "certs.<name>.renewInterval" = name: config.security.acme.defaults.renewInterval;
  "certs.<name>.server" = name: config.security.acme.defaults.server;
  "certs.<name>.validMinDays" = name: config.security.acme.defaults.validMinDays;
  "certs.<name>.webroot" = name: config.security.acme.defaults.webroot;
}
