# Which options of NixOS have become others of a different type.
let
  of = from: to: {
    from = [ from ];
    inherit to;
  };
  service =
    name: old: new:
    of [ "services" name old ] [ "services" name new ];
  setting =
    name: old: below:
    service name old "settings" // { inherit below; };
  acme =
    old: new: of [ "security" "acme" old ] [ "security" "acme" "defaults" ] // { below = [ new ]; };
  boot =
    name:
    of
      [ "boot" "loader" "systemd-boot" name "entryFilename" ]
      [
        "boot"
        "loader"
        "systemd-boot"
        name
        "sortKey"
      ];
  interface = from: to: {
    inherit from to;
    within = "networking.interfaces.<name>";
  };
in
[
  (acme "validMin" "validMinDays")
  (acme "validMinDays" "validMinDays")
  (acme "renewInterval" "renewInterval")
  (acme "email" "email")
  (acme "server" "server")
  (acme "enableDebugLogs" "enableDebugLogs")
  (boot "memtest86")
  (boot "netbootxyz")
  (interface [ [ "preferTempAddress" ] ] [ "tempAddress" ])
  (interface
    [
      [ "ipAddress" ]
      [ "prefixLength" ]
    ]
    [ "ipv4" "addresses" ]
  )
  (interface
    [
      [ "ipv6Address" ]
      [ "ipv6PrefixLength" ]
    ]
    [ "ipv6" "addresses" ]
  )
  (
    of [ "services" "pgbouncer" "syslog" "enable" ] [ "services" "pgbouncer" "settings" ]
    // {
      below = [
        "pgbouncer"
        "syslog"
      ];
    }
  )
  (of [ "services" "redshift" "latitude" ] [ "location" "latitude" ])
  (of [ "services" "redshift" "longitude" ] [ "location" "longitude" ])
  {
    from = [
      [
        "services"
        "postgrey"
        "inetAddr"
      ]
      [
        "services"
        "postgrey"
        "inetPort"
      ]
    ];
    to = [
      "services"
      "postgrey"
      "socket"
    ];
  }
  (service "calibre-server" "libraryDir" "libraries")
  (service "ddclient" "domain" "domains")
  (service "hound" "config" "settings")
  (service "knot" "extraConfig" "settingsFile")
  (service "kresd" "interfaces" "listenPlain")
  (service "printing" "gutenprint" "drivers")
  (service "postfix" "useDane" "config" // { below = [ "smtp_tls_security_level" ]; })
  (setting "forgejo" "enableUnixSocket" [
    "server"
    "PROTOCOL"
  ])
  (setting "gitea" "enableUnixSocket" [
    "server"
    "PROTOCOL"
  ])
  (setting "kavita" "ipAdresses" [ "IpAddresses" ])
  (setting "keycloak" "httpPort" [ "http-port" ])
  (setting "keycloak" "httpsPort" [ "https-port" ])
  (setting "sslh" "verbose" [ "verbose-connections" ])
  (setting "unbound" "allowedAccess" [
    "server"
    "access-control"
  ])
]
