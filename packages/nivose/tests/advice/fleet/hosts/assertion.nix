{
  services.nginx.virtualHosts."a.example" = { };
}
