# A server answers whoever has the token, and nobody else.
{ module }:
{
  name = "mcp-servers";

  nodes.station = {
    imports = [ module ];
    environment.etc."mcp-token".text = "only in this test";
    @namespace@.services.mcp = {
      enable = true;
      servers.station-facts.tokenFile = "/etc/mcp-token";
    };
  };

  testScript = ''
    ask = "curl --fail --silent --data '{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}' http://localhost:8750"
    station.wait_for_unit("mcp-station-facts.service")
    station.wait_for_open_port(8750)
    station.succeed(f"{ask} --header 'Authorization: Bearer only in this test' | grep -F station_facts")
    station.fail(ask)
  '';
}
