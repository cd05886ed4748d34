# The moments at which Git calls hooks, and older names for some of them.
{ lib }:
lib.types.listOf (
  lib.types.enum [
    "commit-msg"
    "post-checkout"
    "post-commit"
    "post-merge"
    "post-rewrite"
    "pre-commit"
    "pre-merge-commit"
    "pre-push"
    "pre-rebase"
    "prepare-commit-msg"
    "manual"
    "commit"
    "push"
    "merge-commit"
  ]
)
