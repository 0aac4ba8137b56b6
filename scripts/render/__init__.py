"""Room four: objects in, strings out. Nothing is computed here and no file is written."""
