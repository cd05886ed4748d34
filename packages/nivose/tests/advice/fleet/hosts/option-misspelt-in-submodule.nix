{ ... }:
{
  services.nginx = {
    enable = true;
    virtualHosts."a.example" = {
      enableAcme = true;
    };
  };
}
