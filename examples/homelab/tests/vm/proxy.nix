# HAProxy, Caddy and Nginx together: pages are found by their names, with TLS and without.
{ pkgs, ... }:
let
  machine = import ./. { fleet.hosts = { }; } [
    "caddy"
    "glances"
    "haproxy"
    "nginx"
  ] { };
in
pkgs.testers.runNixOSTest {
  name = "proxy";
  nodes = { inherit machine; };
  testScript = ''
    machine.wait_for_unit("haproxy.service")
    machine.wait_for_unit("glances.service")
    machine.wait_for_open_port(443)
    machine.wait_until_succeeds("curl --silent --fail --header 'Host: home.arpa' http://127.0.0.1/ | grep glances")
    machine.wait_until_succeeds("curl --silent --fail --insecure --resolve glances.home.arpa:443:127.0.0.1 https://glances.home.arpa/")
    machine.succeed("curl --silent --head --header 'Host: glances.home.arpa' http://127.0.0.1/ | grep -i 'location: https://glances.home.arpa/'")
  '';
}
