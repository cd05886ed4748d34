{ config, ... }:
{
  assertions = [
    {
      assertion = config.services.nginx.enable;
      message = "A web server without nginx is none.";
    }
  ];
}
