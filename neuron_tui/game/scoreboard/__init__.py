"""How players fare: figures over the answers that count."""
