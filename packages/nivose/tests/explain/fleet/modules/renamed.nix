{ lib, ... }:
{
  imports = [
    (lib.mkRenamedOptionModule [ "services" "www" "port" ] [ "services" "web" "port" ])
  ];
}
