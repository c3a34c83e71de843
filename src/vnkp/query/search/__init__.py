"""Looking for words in facts, and how well facts fit."""
