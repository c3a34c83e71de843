"""The command line: words in, an answer out."""
