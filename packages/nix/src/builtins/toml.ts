/** `builtins.fromTOML`: TOML as values, read by `text/toml/`. */
