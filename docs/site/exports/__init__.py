"""The site in other forms."""
