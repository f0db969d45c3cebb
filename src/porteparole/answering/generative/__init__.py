"""The generative writer: any chat model words an answer, and only what is proved is shown."""
