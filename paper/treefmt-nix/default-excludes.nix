# Files that are written by programs, and texts that are not one's own.
[
  "*.lock"
  "*.patch"

  "package-lock.json"
  "go.mod"
  "go.sum"

  ".gitattributes"
  ".gitignore"
  ".gitmodules"
  ".hgignore"
  ".svnignore"

  "LICENSE"
]
