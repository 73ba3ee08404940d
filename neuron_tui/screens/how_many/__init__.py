"""How many hidden neurons a puzzle needs."""
