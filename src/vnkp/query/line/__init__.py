"""From the words of a line to a command and a query."""
