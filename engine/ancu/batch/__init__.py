"""Many cases at once, whoever asks: one source of columns, one judge, one table of outcomes."""
