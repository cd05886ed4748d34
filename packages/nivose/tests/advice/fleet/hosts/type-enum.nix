{
  services.nginx.logLevel = "warning";
}
