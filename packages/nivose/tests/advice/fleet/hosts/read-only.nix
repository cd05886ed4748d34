{
  services.nginx.version = "2";
}
