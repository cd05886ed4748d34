{ port, name }:
{
  hosts.web = {
    inherit port;
    url = "https://${name}.example.org:${toString port}";
    tags = [ "a" (1.5 * 2) null ];
  };
}
