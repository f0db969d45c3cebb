"""What people object to in answers, what moderators decide, and the gold rows that come of it."""
