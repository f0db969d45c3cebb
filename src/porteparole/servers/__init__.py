"""What moderators of a server chose for it."""
