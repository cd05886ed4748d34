# A file for the expressions beside it.
1
