# A machine with the module: its user reaches the devices, and has the programs and the services.
{ module }:
{
  name = "toshy";

  nodes.machine = {
    imports = [ module ];

    services.toshy = {
      enable = true;
      users = [ "alice" ];
    };

    users.users.alice = {
      isNormalUser = true;
      linger = true;
    };
  };

  testScript = ''
    machine.wait_for_unit("multi-user.target")

    with subtest("the devices belong to the group of the keyboards"):
        machine.wait_for_file("/dev/uinput")
        machine.succeed("udevadm settle", "test $(stat -c %G /dev/uinput) = input")
        machine.succeed("su - alice -c 'test -w /dev/uinput'")

    with subtest("the programs start"):
        machine.succeed("su - alice -c 'toshy --version'")
        machine.succeed("su - alice -c 'toshy prepare && test -w .config/toshy/toshy_config.py'")

    with subtest("the services are known, and wait for a graphical session"):
        machine.wait_for_unit("default.target", "alice")
        machine.succeed("systemctl --user --machine=alice@ cat toshy-config.service toshy-session-monitor.service")
        machine.fail("systemctl --user --machine=alice@ is-active toshy-config.service")
  '';
}
