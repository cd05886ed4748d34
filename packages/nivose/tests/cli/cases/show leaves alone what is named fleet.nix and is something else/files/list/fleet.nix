[ { hosts.nobody.port = "x"; } ]
