"""Questions to a `Book`: filters, words, totals, anniversaries, counts."""
