# The people: who they are to Git, and the public keys with which they log in.
{
  ry = {
    fullName = "Ry";
    email = "ry@example.org";
    sshKeys = [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICn/AmXbEfWNTYAH0JUSRhDn/kGMPUDC0OiatqQTG1br ry@rymac"
    ];
  };
}
