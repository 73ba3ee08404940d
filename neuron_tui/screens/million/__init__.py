"""How many neurons train side by side here."""
