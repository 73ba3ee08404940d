"""How many hidden neurons a puzzle needs: a bar for each number."""
