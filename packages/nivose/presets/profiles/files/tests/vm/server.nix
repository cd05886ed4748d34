# A server of this fleet comes up, watches itself, and shows it.
{
  name = "server";

  # The modules say which software without a free licence may be installed, and what they add to `pkgs`.
  node.pkgsReadOnly = false;

  nodes.server =
    { config, ... }:
    {
      imports = [
        ../../modules/nixos
        ../../profiles/nixos.nix
        ../../roles/nixos.nix
      ];
      nixpkgs.overlays = [ (import ../../overlays) ];
      @ns@ = {
        profiles.server.enable = true;
        roles.service-host.enable = true;
        services.monitoring.enable = true;
        monitoring = {
          agent.enable = true;
          targets.server = "127.0.0.1";
        };
      };
      networking.hosts."127.0.0.1" = [ "grafana.${config.@ns@.services.proxy.domain}" ];
    };

  testScript = ''
    server.wait_for_unit("multi-user.target")
    server.wait_for_open_port(22)

    with subtest("the machine tells about itself"):
        server.wait_for_open_port(9100)
        server.succeed("curl --fail --silent http://127.0.0.1:9100/metrics | grep node_systemd_unit_state")

    with subtest("Prometheus hears it"):
        server.wait_for_open_port(9090)
        server.wait_until_succeeds(
            "curl --fail --silent 'http://127.0.0.1:9090/api/v1/query?query=up' | grep '\"host\":\"server\"'"
        )

    with subtest("Grafana is reached through the proxy, and asks for a password"):
        server.wait_for_open_port(3000)
        server.wait_for_open_port(443)
        server.succeed("curl --insecure --fail --silent https://grafana.home.arpa/login")
        server.fail("curl --fail --silent --user admin:admin http://127.0.0.1:3000/api/org")
  '';
}
