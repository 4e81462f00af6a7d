"""What rules say to solvers, as data that can check itself."""
