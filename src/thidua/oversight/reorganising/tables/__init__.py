"""Acts written as a table: its columns, reading it, judging its rows, writing it back."""
