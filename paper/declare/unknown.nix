# What paper cannot know is never a value, but an error that says so. It is one that `tryEval` catches, so that a manifest
# of a whole system can leave out what is not known.
what: throw "unknown on paper: ${what}"
