let
  port = "22";
in
{
  hosts = {
    luna = {
      adress = "10.0.0.1";
      address = "10.0.0.2";
      tags = [ "web" "a b" ];
      wave = -1;
      dependsOn = [ "sol" ];
      services = throw "never";
      health = [
        { tcp = 443; }
        { htpp = "https://x"; }
        { http = "ftp://x"; }
        { tcp = 1; unit = "a.service"; }
        "x"
      ];
    };
    sol.dependsOn = [ "luna" "mars" ];
    sol.address = "10.0.0.2";
    lunar = { inherit port; };
    terra = { user = throw "oh"; dependsOn = [ "terra" ]; ports = [ 80 ]; };
  };
}
