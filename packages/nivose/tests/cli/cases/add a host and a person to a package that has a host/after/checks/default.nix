{ pkgs }:
pkgs.testers.runNixOSTest {
  name = "module";
  nodes.machine.users.users.alice = {
    isNormalUser = true;
    description = "Alice";
  };
  testScript = "machine.wait_for_unit('default.target')";
}
