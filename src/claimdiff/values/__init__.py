"""Values: pure text -> normalised value."""
