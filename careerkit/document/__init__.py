"""What a layout says is to be shown: spans, blocks, sections; colours, sizes and shapes."""
