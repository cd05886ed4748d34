{
  hosts = {
    luna = {
      description = "The server of the house";
      address = "luna.example.org";
      tags = [
        "server"
        "house"
      ];
      wave = 1;
      dependsOn = [ "web" ];
      hardware = "intel";
      health = [
        {
          http = "https://example.org";
          status = 200;
        }
        {
          tcp = 22;
          timeout = 5;
        }
        { unit = "nginx.service"; }
      ];
    };
    web.tags = [ "edge" ];
  };
}
