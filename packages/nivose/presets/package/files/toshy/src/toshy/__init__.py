"""Starts Toshy's programs from a user's own folder, with upstream's files where the package has them."""
