# Who there is. An administrator may become root, and reaches root by SSH.
{
  player00 = {
    fullName = "Player 00";
    admin = true;
    sshKeys = [
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOCkRDVb4xW3kv7L+kFakOOTJq5z1Q9ZfXxibyZyfRU6 player00@example.org"
    ];
  };
}
