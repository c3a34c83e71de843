"""What a fact is: its fields, its closed lists of words, its dates, its schema."""
