"""How many examples do you need? The screen, its keys, its words."""
