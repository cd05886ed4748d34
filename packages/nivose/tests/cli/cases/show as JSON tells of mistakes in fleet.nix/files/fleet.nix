{
  hosts.luna = {
    address = 10;
    tags = [ "web" ];
  };
}
