{
  hosts.web.tags = [ "site" ];
}
