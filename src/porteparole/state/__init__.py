"""What has to outlive a process and is no index: who did what, what was refused, which generation answers."""
