"""Times in the words of both languages, read into days."""
