"""What a puzzle file promises, tried over ten starts or proved."""
