{
  config,
  lib,
  options,
  pkgs,
}:
{
  "global.mgrModulePath" = "${pkgs.ceph.lib}/lib/ceph/mgr";
  "global.rgwMimeTypesFile" = "${pkgs.mailcap}/etc/mime.types";
  "mds.package" = pkgs.ceph;
  "mgr.package" = pkgs.ceph;
  "mon.package" = pkgs.ceph;
  "osd.package" = pkgs.ceph;
  "rgw.package" = pkgs.ceph;
}
