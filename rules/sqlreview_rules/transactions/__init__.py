"""What may, must or must not share a transaction."""
