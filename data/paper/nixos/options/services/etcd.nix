{
  config,
  lib,
  options,
  pkgs,
}:
{
  "advertiseClientUrls" = config.services.etcd.listenClientUrls;
  "initialAdvertisePeerUrls" = config.services.etcd.listenPeerUrls;
  "initialCluster" = ["${config.services.etcd.name}=http://127.0.0.1:2380"];
  "name" = config.networking.hostName;
  "package" = pkgs.etcd;
  "peerCertFile" = config.services.etcd.certFile;
  "peerKeyFile" = config.services.etcd.keyFile;
  "peerTrustedCaFile" = config.services.etcd.trustedCaFile;
}
