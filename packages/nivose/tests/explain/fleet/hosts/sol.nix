{ lib, ... }:
{
  services.web.port = lib.mkIf false 1;
  services.web.name = "sol";
}
