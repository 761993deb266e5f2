"""What the newsroom's things are: pure, frozen, closed models that import nothing else of ours."""
