"""What is wrong, doubtful or missing in a document that was read."""
