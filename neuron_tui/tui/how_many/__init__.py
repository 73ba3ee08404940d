"""How many hidden neurons does a puzzle need?"""
