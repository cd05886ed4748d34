{
  hosts.web.tags = [ "top" ];
  hosts.luna.address = "luna.lan";
}
