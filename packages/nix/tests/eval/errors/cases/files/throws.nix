throw "from a file"
