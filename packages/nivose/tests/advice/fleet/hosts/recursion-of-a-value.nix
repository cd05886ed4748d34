{ ... }:
let
  name = "web-${name}";
in
{
  networking.hostName = name;
}
