"""Begin here: `settings` is what can be configured, `cli` is what is typed."""
