# Systems that are built: one, the one after it, and one with a unit that fails.
{ nixpkgs }:
let
  systemOf =
    module:
    (nixpkgs.lib.nixosSystem {
      modules = [
        {
          nixpkgs.hostPlatform = "x86_64-linux";
          networking.hostName = "host";
          system.stateVersion = "24.11";
          fileSystems."/".device = "/dev/sda1";
        }
        module
      ];
    }).config.system.build.toplevel;

  first =
    { pkgs, ... }:
    {
      environment.systemPackages = [ pkgs.hello ];
      environment.etc = {
        "greeting".text = "hello\n";
        "app/only-first.conf".text = "first\n";
        "secret" = {
          text = "secret\n";
          mode = "0600";
        };
      };
      systemd.services.web.serviceConfig.ExecStart = "${pkgs.hello}/bin/hello";
      specialisation.dark.configuration.environment.etc."greeting".text = nixpkgs.lib.mkForce "dark\n";
    };

  second =
    { pkgs, ... }:
    {
      environment.etc."greeting".text = "hello again\n";
      systemd.services.web.serviceConfig.ExecStart = "${pkgs.hello}/bin/hello --again";
      systemd.timers.web.timerConfig.OnCalendar = "daily";
    };
  # Names and places that are not quite usual.
  odd.environment.etc = {
    "a b/ü".text = "";
    "/abs/./x".text = "x\n";
    "tab\tname".text = "tab\n";
    "back\\nslash".text = "back\n";
    "-n" = {
      text = "dash\n";
      mode = "0640";
    };
    "direct" = {
      text = "direct\n";
      mode = "direct-symlink";
    };
    "nowhere".source = "${builtins.placeholder "out"}/nowhere";
    # a file of the first system is a folder now, and the other way round
    "greeting/folder".text = "folder\n";
    "app".text = "app\n";
  };
in
{
  first = systemOf first;
  odd = systemOf odd;
  second = systemOf second;
  failing = systemOf {
    systemd.services.web.serviceConfig.ExecStart = "/run/current-system/sw/bin/false";
  };
}
