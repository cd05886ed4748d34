@comment@
_final: _prev: { }
