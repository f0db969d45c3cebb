"""The checks of the proof, one thing each: a word of the claim that fails it, or nothing."""
