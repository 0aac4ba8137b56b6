"""Commands: what each command of the command line asks of the five rooms, and what it prints."""
