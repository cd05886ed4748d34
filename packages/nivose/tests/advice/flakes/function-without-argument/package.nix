{ name, version }:
"${name}-${version}"
