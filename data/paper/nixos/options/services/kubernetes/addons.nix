{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dns.corefile" = ''
  .:10053 {
    errors
    health :10054
    kubernetes ${config.services.kubernetes.addons.dns.clusterDomain} in-addr.arpa ip6.arpa {
      pods insecure
      fallthrough in-addr.arpa ip6.arpa
    }
    prometheus :10055
    forward . /etc/resolv.conf
    cache 30
    loop
    reload
    loadbalance
  }
'';
}
