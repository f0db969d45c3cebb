"""Question to answer: language, retrieval, evidence, writer, proof."""
