# Boots a web server and a database, and looks at them from a third machine as their users do.
{
  name = "server-role";

  nodes =
    let
      base =
        { pkgs, ... }:
        let
          keys = import (pkgs.path + "/nixos/tests/ssh-keys.nix") pkgs;
        in
        {
          imports = [ ../shared/modules/platforms/nixos ];

          environment = {
            etc.key.source = keys.snakeOilPrivateKey;
            systemPackages = [ pkgs.postgresql ];
          };

          mxmlabs.base.security = {
            enable = true;
            rootKeys = [ keys.snakeOilPublicKey ];
          };
        };
    in
    {
      web =
        { pkgs, ... }:
        {
          imports = [ base ];

          mxmlabs.roles.server = {
            enable = true;
            web = {
              enable = true;
              email = "nobody@example.org";
              certificates = false;
              sites.web.root = pkgs.writeTextDir "index.html" "It works.";
            };
          };
        };

      database =
        { pkgs, ... }:
        {
          imports = [ base ];

          mxmlabs.roles.server = {
            enable = true;
            database = {
              enable = true;
              # In a test the store may know a password.
              databases.app.passwordFile = pkgs.writeText "password" "for-a-test-only";
              clients = [ "192.168.1.0/24" ];
            };
          };
        };

      client = base;
    };

  testScript = ''
    start_all()

    with subtest("root comes in with a key, and nobody with a password"):
        client.succeed("install -m 600 /etc/key key")
        ssh = "ssh -i key -o StrictHostKeyChecking=no -o BatchMode=yes"
        client.wait_until_succeeds(f"{ssh} root@web true", timeout=60)
        client.fail(f"{ssh} -o PubkeyAuthentication=no root@web true")

    with subtest("the web server answers"):
        web.wait_for_unit("nginx.service")
        web.wait_for_open_port(80)
        client.wait_until_succeeds("curl --fail http://web/ | grep 'It works.'", timeout=60)

    with subtest("the database knows its user, and nobody without a password"):
        database.wait_for_unit("postgresql-passwords.service")
        query = "psql --host database --username app --no-password --command 'SELECT 1' app"
        client.succeed(f"PGPASSWORD=for-a-test-only {query}")
        client.fail(f"PGPASSWORD=wrong {query}")
  '';
}
