{
  imports = [
    (import ../system.nix {
      file = ./default.nix;
      owner = "root";
      groupOf = {
        secret = _: "staff";
        template = owner: if owner != null then "staff" else null;
      };
      key = _: name: name;
      sshKeys = [
        {
          type = "rsa";
          path = "/etc/ssh/ssh_host_rsa_key";
        }
        {
          type = "ed25519";
          path = "/etc/ssh/ssh_host_ed25519_key";
        }
      ];
      units = false;
    })
  ];
}
