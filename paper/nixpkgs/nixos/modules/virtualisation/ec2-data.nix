{
  systemd.services = {
    apply-ec2-data.wantedBy = [ "multi-user.target" ];
    print-host-key.wantedBy = [ "multi-user.target" ];
  };
}
