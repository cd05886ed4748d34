let
  unknown = import ../../../declare/unknown.nix;
in
{
  imports = [
    ../installer/cd-dvd/channel.nix
    ./minimal.nix
    ./clone-config.nix
  ];
  system.build.tarball = unknown "a tarball of a system";
  boot = {
    isContainer = true;
    postBootCommands = unknown "what a container does when it starts";
  };
  system.activationScripts.installInitScript = "ln -fs $systemConfig/init /init\n";
}
