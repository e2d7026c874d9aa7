"""A text goes in; what went wrong on its way here comes out: copied, misread, piled up."""
