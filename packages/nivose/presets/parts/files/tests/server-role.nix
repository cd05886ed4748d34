# Boots a web server and a database, and looks at them from a third machine as their users do.
{
  name = "server-role";

  nodes =
    let
      base =
        { pkgs, ... }:
        {
          imports = [ ../shared/modules/platforms/nixos ];

          environment.systemPackages = [ pkgs.postgresql ];

          @namespace@.base.security.enable = true;
        };
    in
    {
      web =
        { pkgs, ... }:
        {
          imports = [ base ];

          @namespace@.roles.server = {
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

          @namespace@.roles.server = {
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

    with subtest("the web server answers, and its SSH takes no password"):
        web.wait_for_unit("nginx.service")
        web.wait_for_open_port(80)
        client.wait_until_succeeds("curl --fail http://web/ | grep 'It works.'", timeout=60)
        web.wait_for_unit("sshd.service")
        web.succeed("sshd -T | grep -i '^passwordauthentication no$'")

    with subtest("the database knows its user, and nobody without a password"):
        database.wait_for_unit("postgresql-passwords.service")
        query = "psql --host database --username app --no-password --command 'SELECT 1' app"
        client.succeed(f"PGPASSWORD=for-a-test-only {query}")
        client.fail(f"PGPASSWORD=wrong {query}")
  '';
}
