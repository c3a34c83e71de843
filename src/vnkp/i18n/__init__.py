"""What people read, in both languages: dates, numbers, labels and messages."""
