"""What stands beside the SQL, or in its place: comments that silence rules, text that was to be filled in."""
