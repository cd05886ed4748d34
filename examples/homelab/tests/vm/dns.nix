# dnsdist, AdGuard Home, Blocky and BIND together: a name of the house is answered on port 53, by whichever way.
{ pkgs, ... }:
let
  fleet.hosts.printer = {
    address = "192.168.1.9";
    services = [ ];
  };
  machine = import ./. { inherit fleet; } [
    "adguardhome"
    "bind"
    "blocky"
    "dnsdist"
  ] { environment.systemPackages = [ pkgs.dnsutils ]; };
in
pkgs.testers.runNixOSTest {
  name = "dns";
  nodes = { inherit machine; };
  testScript = ''
    machine.wait_for_unit("dnsdist.service")
    for port in [53, 5301, 5302, 5303]:
        machine.wait_for_open_port(port)
        machine.wait_until_succeeds(f"dig +short -p {port} @127.0.0.1 printer.home.arpa | grep -x 192.168.1.9")
  '';
}
