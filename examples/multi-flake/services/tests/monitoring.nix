# A server asks a station, and counts it as up.
{ module }:
{
  name = "monitoring";

  nodes = {
    station = {
      imports = [ module ];
      stations = {
        networking.enable = true;
        services.monitoring.enable = true;
      };
    };

    server = {
      imports = [ module ];
      stations.services.monitoring = {
        enable = true;
        server = {
          enable = true;
          targets = [ "station" ];
        };
      };
    };
  };

  testScript = ''
    start_all()
    station.wait_for_unit("prometheus-node-exporter.service")
    server.wait_for_unit("prometheus.service")
    server.wait_until_succeeds("curl --fail --silent 'http://localhost:9090/api/v1/query?query=up' | grep -F '\"1\"'")
  '';
}
