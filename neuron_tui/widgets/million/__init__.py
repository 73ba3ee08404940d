"""The picture of how many neurons train side by side here."""
