"""HTML that needs nothing from elsewhere: elements, and documents of them."""
