"""The program @name@."""
