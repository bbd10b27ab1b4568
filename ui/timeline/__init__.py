"""The plan back from launch on the screen: a chart to drag and to walk through by keys, the same as a table, what helps."""
