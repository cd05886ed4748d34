let
  port = import ./port.nix;
in
{
  listen = "0.0.0.0:" + port;
}
