"""Which blocks of an article are no part of it, by general rules."""
