"""Common Thread: five rooms in a row, read, check, derive, render and publish."""
