"""Room five: strings become files, and the finished site is swapped in at the very end."""
