@comment@
{ }
