"""The kit: what a page is made of. A widget's `show_*` only shows; its signals speak only of what a person did."""
