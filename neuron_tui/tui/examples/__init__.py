"""How many examples do you need? A guess after each row."""
