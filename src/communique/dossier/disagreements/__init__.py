"""disagreements: where reports, or the parties in them, contradict each other; one file a kind."""
