# A machine with the module: the program starts, and has the settings.
{ module }:
{
  name = @nameNix@;

  nodes.machine = {
    imports = [ module ];

    @option@ = {
      enable = true;
      settings.greeting = "Good day";
    };
  };

  testScript = ''
    machine.wait_for_unit("multi-user.target")
    machine.succeed("@name@ you | grep --quiet --fixed-strings 'Good day, you!'")
  '';
}
