# A backup is made, and what it holds can be brought back.
{ pkgs, ... }:
let
  settings = {
    homelab = {
      backup.paths = [ "/var/lib/precious" ];
      services.restic = {
        repository = "/srv/restic";
        passwordFile = "/etc/restic/password";
      };
    };
    environment.etc."restic/password".text = "only for this test";
  };
  machine = import ./. { fleet.hosts = { }; } [ "restic" ] settings;
in
pkgs.testers.runNixOSTest {
  name = "backup";
  nodes = { inherit machine; };
  testScript = ''
    machine.wait_for_unit("multi-user.target")
    machine.succeed("mkdir -p /var/lib/precious && echo kept > /var/lib/precious/file")
    machine.succeed("touch /etc/ssh/ssh_host_ed25519_key /etc/ssh/ssh_host_ed25519_key.pub")
    machine.succeed("systemctl start --wait restic-backups-house.service")
    machine.succeed("rm /var/lib/precious/file")
    machine.succeed("restic-house restore latest --target /")
    machine.succeed("grep kept /var/lib/precious/file")
  '';
}
