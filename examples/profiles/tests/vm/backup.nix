# A file that was lost comes back out of a backup; what is on the server can be added to, not removed.
let
  modules = [
    ../../modules/nixos
    ../../profiles/nixos.nix
    ../../roles/nixos.nix
    { nixpkgs.overlays = [ (import ../../overlays) ]; }
  ];
in
{
  name = "backup";

  # The modules say which software without a free licence may be installed, and what they add to `pkgs`.
  node.pkgsReadOnly = false;

  nodes = {
    server = {
      imports = modules;
      environment.etc.password.text = "let-me-in";
      systems.services.backup-server = {
        enable = true;
        passwordFiles.client = "/etc/password";
      };
    };

    client = {
      imports = modules;
      environment.etc = {
        "restic/password".text = "nobody-reads-this";
        "restic/access".text = ''
          RESTIC_REST_USERNAME=client
          RESTIC_REST_PASSWORD=let-me-in
        '';
      };
      systems.backup = {
        enable = true;
        server = "server";
        environmentFile = "/etc/restic/access";
      };
    };
  };

  testScript = ''
    start_all()
    server.wait_for_unit("restic-rest-server.service")
    server.wait_for_open_port(8000)
    client.wait_for_unit("multi-user.target")

    with subtest("a file is backed up"):
        client.succeed("echo precious > /home/file")
        client.succeed("systemctl start restic-backups-systems.service")

    with subtest("it comes back"):
        client.succeed("rm /home/file")
        client.succeed("restic-systems restore latest --target / --include /home/file")
        client.succeed("grep precious /home/file")

    with subtest("nothing can be removed from the client"):
        client.fail("restic-systems forget --prune latest")

    with subtest("nobody gets in without a password"):
        client.fail("curl --fail --silent http://server:8000/client/config")
  '';
}
