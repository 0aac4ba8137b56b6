"""Room three: what follows from valid entries. Pure functions; nothing here is ever typed by hand."""
